// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as somebody would write it who has never seen the other one: it keeps nothing but a list of what was posted,
 * adds all of it up at every question, looks for all faults at once, and tells the one that stands first in the list.
 */
public final class BruteForce {
    /** The reasons in their order of precedence. */
    public static final List<String> REASONS = List.of(
            "asset-unknown",
            "amount-invalid",
            "same-account",
            "account-unknown",
            "account-not-open",
            "account-reserved",
            "insufficient-funds",
            "ceiling-exceeded",
            "amount-too-large");

    private static final BigInteger LARGEST = new BigInteger("9".repeat(38));

    /** One movement. */
    public record Line(String debit, String credit, String asset, BigInteger amount) {}

    /** Which kinds of movement may leave an account whose name begins so, and which may come to it. */
    private static final Map<String, List<String>> LEAVING = Map.of(
            "issuance/", List.of("OPENING"),
            "deposit/", List.of("REFUNDED", "BURNED", "FORFEITED"),
            "", List.of("OPENING", "DECIDED", "DEPOSITED"));

    private static final Map<String, List<String>> ARRIVING = Map.of(
            "issuance/", List.of("OPENING", "BURNED"),
            "deposit/", List.of("DEPOSITED"),
            "", List.of("OPENING", "DECIDED", "REFUNDED", "FORFEITED"));

    private record Known(Transfer transfer, String answer) {}

    private final Map<String, Account> seats = new HashMap<>();
    private final Map<Hash, Known> known = new HashMap<>();
    private final List<Line> journal = new ArrayList<>();

    /** A ledger with the accounts of {@link Places}. */
    public BruteForce() {
        Places.accounts().forEach(account -> seats.put(account.name() + " " + account.asset(), account));
    }

    /** Answers "posted", a reason, or the field in which a known id differs. */
    public String ask(Transfer transfer) {
        var before = known.get(transfer.id());
        if (before != null)
            return before.transfer.equals(transfer) ? before.answer : "other " + difference(before.transfer, transfer);
        var answer = faults(transfer).stream()
                .min(Comparator.comparingInt(REASONS::indexOf))
                .orElse("posted");
        known.put(transfer.id(), new Known(transfer, answer));
        if (answer.equals("posted"))
            journal.add(new Line(
                    transfer.debit(),
                    transfer.credit(),
                    transfer.asset(),
                    amount(transfer).orElseThrow()));
        return answer;
    }

    /** Everything that was posted. */
    public List<Line> journal() {
        return journal;
    }

    /** Everything that ever left an account. */
    public BigInteger debits(String name, String asset) {
        return sum(asset, line -> line.debit.equals(name));
    }

    /** Everything that ever came to an account. */
    public BigInteger credits(String name, String asset) {
        return sum(asset, line -> line.credit.equals(name));
    }

    private BigInteger sum(String asset, Predicate<Line> of) {
        return journal.stream()
                .filter(line -> line.asset.equals(asset) && of.test(line))
                .map(Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Set<String> faults(Transfer transfer) {
        var faults = new HashSet<String>();
        var debit = seat(transfer.debit(), transfer.asset());
        var credit =
                Optional.ofNullable(seat(transfer.credit(), transfer.asset()).orElseGet(() -> wouldOpen(transfer)));
        var amount = amount(transfer);
        if (Places.ASSETS.stream().noneMatch(asset -> asset.code().equals(transfer.asset())))
            faults.add("asset-unknown");
        if (amount.isEmpty()) faults.add("amount-invalid");
        if (transfer.debit().equals(transfer.credit())) faults.add("same-account");
        if (debit.isEmpty() || credit.isEmpty()) faults.add("account-unknown");
        var both = new ArrayList<Account>();
        debit.ifPresent(both::add);
        credit.ifPresent(both::add);
        for (var seat : both) {
            if (seat.state() != Account.State.OPEN) faults.add("account-not-open");
        }
        if (!may(transfer.debit(), transfer.code(), LEAVING) || !may(transfer.credit(), transfer.code(), ARRIVING))
            faults.add("account-reserved");
        if (amount.isPresent()) {
            debit.ifPresent(seat -> leaving(faults, seat, amount.get()));
            credit.ifPresent(seat -> arriving(faults, seat, amount.get()));
        }
        return faults;
    }

    private static boolean may(String name, Transfer.Code code, Map<String, List<String>> way) {
        var prefix = name.startsWith("issuance/") || name.startsWith("deposit/")
                ? name.substring(0, name.indexOf('/') + 1)
                : "";
        return Objects.requireNonNull(way.get(prefix)).contains(code.name());
    }

    private void leaving(Set<String> faults, Account seat, BigInteger amount) {
        var debits = debits(seat.name(), seat.asset()).add(amount);
        var left = credits(seat.name(), seat.asset()).subtract(debits).subtract(seat.debitsPending());
        if (seat.floor().isPresent() && left.compareTo(seat.floor().get()) < 0) faults.add("insufficient-funds");
        if (debits.compareTo(LARGEST) > 0) faults.add("amount-too-large");
    }

    private void arriving(Set<String> faults, Account seat, BigInteger amount) {
        var credits = credits(seat.name(), seat.asset()).add(amount);
        var held = credits.add(seat.creditsPending()).subtract(debits(seat.name(), seat.asset()));
        if (seat.ceiling().isPresent() && held.compareTo(seat.ceiling().get()) > 0) faults.add("ceiling-exceeded");
        if (credits.compareTo(LARGEST) > 0) faults.add("amount-too-large");
    }

    /** A member's account, once it was credited, and every account that was there from the start. */
    private Optional<Account> seat(String name, String asset) {
        var credited = journal.stream().anyMatch(line -> line.credit.equals(name) && line.asset.equals(asset));
        return Optional.ofNullable(seats.get(name + " " + asset))
                .or(() -> credited ? Optional.of(member(name, asset)) : Optional.empty());
    }

    private static @Nullable Account wouldOpen(Transfer transfer) {
        var name = transfer.credit();
        var owner = name.substring(name.indexOf('/') + 1);
        if (!name.startsWith("member/") && !name.startsWith("deposit/") || owner.length() != 64) return null;
        for (char c : owner.toCharArray()) if ("0123456789abcdef".indexOf(c) < 0) return null;
        return member(name, transfer.asset());
    }

    private static Account member(String name, String asset) {
        return Places.account(name, asset, Account.State.OPEN, 0, 0, Optional.of(0L), Optional.empty());
    }

    /** Reads an amount digit by digit. */
    private static Optional<BigInteger> amount(Transfer transfer) {
        int scale = Places.ASSETS.stream()
                .filter(asset -> asset.code().equals(transfer.asset()))
                .mapToInt(asset -> asset.scale())
                .findFirst()
                .orElse(0);
        var text = transfer.amount();
        int point = text.indexOf('.');
        var whole = point < 0 ? text : text.substring(0, point);
        var part = point < 0 ? "" : text.substring(point + 1);
        if (whole.isEmpty() || point >= 0 && part.isEmpty() || part.length() > scale) return Optional.empty();
        if (whole.length() > 1 && whole.charAt(0) == '0') return Optional.empty();
        var minor = BigInteger.ZERO;
        for (char c : (whole + part + "0".repeat(scale - part.length())).toCharArray()) {
            if (c < '0' || c > '9') return Optional.empty();
            minor = minor.multiply(BigInteger.TEN).add(BigInteger.valueOf(c - '0'));
        }
        return minor.signum() > 0 && minor.compareTo(LARGEST) <= 0 ? Optional.of(minor) : Optional.empty();
    }

    private static String difference(Transfer one, Transfer other) {
        var names = List.of("code", "debit", "credit", "asset", "amount", "cause", "memo");
        var left = List.of(one.code(), one.debit(), one.credit(), one.asset(), one.amount(), one.cause(), one.memo());
        var right = List.of(
                other.code(),
                other.debit(),
                other.credit(),
                other.asset(),
                other.amount(),
                other.cause(),
                other.memo());
        for (int i = 0; i < names.size(); i++) if (!Objects.equals(left.get(i), right.get(i))) return names.get(i);
        throw new IllegalStateException("they are equal");
    }
}
