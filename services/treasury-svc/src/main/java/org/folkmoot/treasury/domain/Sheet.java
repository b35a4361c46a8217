// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.folkmoot.constitution.Asset;

/**
 * The accounts that a transaction touches, before and after it. Its limits are those of the whole: what an account passes
 * on within one transaction it need not have had before, because all of it happens at one moment.
 */
final class Sheet {
    private final Map<String, Asset> assets;
    private final List<Line> lines;
    private final Supplier<Optional<Refusal>> limits;
    private final Map<Seat, Optional<Account>> before = new LinkedHashMap<>();
    private final Map<Seat, Account> after = new LinkedHashMap<>();

    /** Looks up accounts: some open when they are credited, which the second argument of the look-up says. */
    Sheet(
            Map<String, Asset> assets,
            List<Line> lines,
            BiFunction<Seat, Boolean, Optional<Account>> accounts,
            Supplier<Optional<Refusal>> limits) {
        this.assets = assets;
        this.lines = lines;
        this.limits = limits;
        for (var line : lines) {
            look(accounts, new Seat(line.debit(), line.asset()), false);
            look(accounts, new Seat(line.credit(), line.asset()), true);
        }
    }

    private void look(BiFunction<Seat, Boolean, Optional<Account>> accounts, Seat seat, boolean credited) {
        if (before.getOrDefault(seat, Optional.empty()).isEmpty()) before.put(seat, accounts.apply(seat, credited));
    }

    /** The accounts as they are afterwards, if nothing is in the way. */
    Collection<Account> after() {
        return after.values();
    }

    /** The first thing in the way, by the order of {@link Refusal}, where so much was issued in the period under way. */
    Optional<Refusal> fault(Map<String, Issued> issued) {
        return unknown()
                .or(this::unusable)
                .or(this::reserved)
                .or(this::forbidden)
                .or(limits)
                .or(() -> beyond(issued.values()));
    }

    private Optional<Refusal> unknown() {
        return before.keySet().stream()
                .filter(seat -> account(seat).isEmpty())
                .findFirst()
                .map(seat -> new Refusal.AccountUnknown(seat.name(), seat.asset()));
    }

    private Optional<Refusal> unusable() {
        for (var line : lines)
            for (var account : both(line))
                if (!Permits.open(account.state(), line.code()))
                    return Optional.of(new Refusal.AccountNotOpen(account.name(), account.state()));
        return Optional.empty();
    }

    private Optional<Refusal> reserved() {
        for (var line : lines) {
            var both = both(line);
            if (!Permits.pays(both.getFirst().kind(), line.code()))
                return Optional.of(new Refusal.AccountReserved(line.debit()));
            if (!Permits.takes(both.getLast().kind(), line.code()))
                return Optional.of(new Refusal.AccountReserved(line.credit()));
        }
        return Optional.empty();
    }

    private Optional<Refusal> forbidden() {
        return lines.stream()
                .filter(line -> !Permits.moves(asset(line.asset()).kind(), line.code()))
                .findFirst()
                .map(line -> new Refusal.AssetForbids(
                        line.asset(), asset(line.asset()).kind(), line.code()));
    }

    private Optional<Refusal> beyond(Collection<Issued> issued) {
        before.forEach((seat, account) -> after.put(seat, account.orElseThrow()));
        for (var line : lines) {
            var effect = line.code().effect();
            after.compute(new Seat(line.debit(), line.asset()), (_, was) -> was.debited(effect, line.amount()));
            after.compute(new Seat(line.credit(), line.asset()), (_, was) -> was.credited(effect, line.amount()));
        }
        return first(this::isShort)
                .<Refusal>map(this::insufficient)
                .or(() -> issued.stream()
                        .flatMap(known -> known.fault(lines, this::was).stream())
                        .findFirst())
                .or(() -> first(this::isOverfull).map(this::exceeded))
                .or(() -> first(Account::isTooLarge).map(account -> new Refusal.AmountTooLarge(account.name())));
    }

    /** An account that is below its floor already, because that was raised, may still be credited. */
    private boolean isShort(Account account) {
        return account.spendable().compareTo(was(account).spendable()) < 0
                && account.available().filter(left -> left.signum() < 0).isPresent();
    }

    private boolean isOverfull(Account account) {
        return account.promised().compareTo(was(account).promised()) > 0
                && account.ceiling()
                        .filter(most -> account.promised().compareTo(most) > 0)
                        .isPresent();
    }

    private Refusal insufficient(Account account) {
        var asset = asset(account.asset());
        var spent = was(account).spendable().subtract(account.spendable());
        return new Refusal.InsufficientFunds(
                account.name(),
                asset.code(),
                asset.decimal(was(account).available().orElseThrow()),
                asset.decimal(spent));
    }

    private Refusal exceeded(Account account) {
        var asset = asset(account.asset());
        return new Refusal.CeilingExceeded(
                account.name(), asset.code(), asset.decimal(account.ceiling().orElseThrow()));
    }

    private Optional<Account> first(Predicate<Account> fault) {
        return after.values().stream().filter(fault).findFirst();
    }

    private List<Account> both(Line line) {
        return List.of(
                account(new Seat(line.debit(), line.asset())).orElseThrow(),
                account(new Seat(line.credit(), line.asset())).orElseThrow());
    }

    private Account was(Account account) {
        return was(account.seat());
    }

    private Account was(Seat seat) {
        return account(seat).orElseThrow();
    }

    private Optional<Account> account(Seat seat) {
        return before.getOrDefault(seat, Optional.empty());
    }

    private Asset asset(String code) {
        var asset = assets.get(code);
        if (asset == null) throw new IllegalStateException("no asset " + code);
        return asset;
    }
}
