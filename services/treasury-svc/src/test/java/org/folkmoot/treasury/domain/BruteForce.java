// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as somebody would write it who has never seen the other one: it keeps nothing but a list of what happened,
 * adds all of it up at every question, looks for all faults at once, and tells the one that stands first in the list.
 */
public final class BruteForce {
    /** The reasons in their order of precedence. */
    public static final List<String> REASONS = List.of(
            "legs-invalid",
            "transfer-unknown",
            "not-reversible",
            "already-reversed",
            "not-divisible",
            "reversal-exceeded",
            "hold-unknown",
            "hold-expired",
            "hold-ended",
            "hold-exceeded",
            "deadline-passed",
            "asset-unknown",
            "amount-invalid",
            "same-account",
            "account-unknown",
            "account-not-open",
            "state-unchanged",
            "account-not-empty",
            "account-reserved",
            "asset-forbids",
            "insufficient-funds",
            "period-cap-exceeded",
            "ceiling-exceeded",
            "amount-too-large");

    private static final Set<String> POSTED = Set.of(
            "OPENING",
            "DECIDED",
            "DEPOSITED",
            "REFUNDED",
            "BURNED",
            "FORFEITED",
            "ISSUED",
            "RETIRED",
            "PAID",
            "ALLOTTED",
            "CHARGED",
            "EMITTED",
            "DECAYED",
            "ENDOWED",
            "RELEASED",
            "RETURNED",
            "SPENT",
            "RECEIVED",
            "SENT",
            "REDEEMED",
            "SHARED",
            "REVERSED",
            "SETTLED");

    private static final Set<Transfer.Code> SIGNED = Set.of(Transfer.Code.PAID, Transfer.Code.SPENT);

    /** One movement. */
    public record Line(String code, String debit, String credit, String asset, BigInteger amount) {}

    private record Known(Order order, String answer, List<Line> lines) {}

    /** Something set aside: what happened to it since, the last of which may have ended it. */
    record Aside(Line line, Instant deadline, List<Line> since, String end) {}

    private final Map<String, Account> seats = new HashMap<>();
    private final Map<Hash, Known> known = new HashMap<>();
    private final Map<Hash, Aside> asides = new HashMap<>();
    private final Map<Hash, List<Line>> reversed = new HashMap<>();
    private final Map<String, Account.State> turned = new HashMap<>();
    private final List<Line> journal = new ArrayList<>();

    /** A ledger with the accounts of {@link Places}. */
    public BruteForce() {
        Places.accounts().forEach(account -> seats.put(account.name() + " " + account.asset(), account));
    }

    /** Answers "posted", a reason, or the field in which a known id differs. */
    public String ask(Transfer transfer) {
        return ask(transfer.order(), Book.NOW);
    }

    /** Answers "posted", "turned", a reason, or the part in which a known id differs. */
    public String ask(Order order, Instant now) {
        expire(now);
        var before = known.get(order.id());
        if (before != null)
            return same(before.order, order) ? before.answer : "other " + difference(before.order, order);
        var lines = new ArrayList<Line>();
        var answer = new Faults(this, now)
                .of(order, lines).stream()
                        .min(Comparator.comparingInt(REASONS::indexOf))
                        .orElse(order instanceof Order.Turn ? "turned" : "posted");
        if (!REASONS.contains(answer)) happen(order, lines);
        known.put(order.id(), new Known(order, answer, REASONS.contains(answer) ? List.of() : lines));
        return answer;
    }

    private void happen(Order order, List<Line> lines) {
        journal.addAll(lines);
        switch (order) {
            case Order.Gather _, Order.Spend _, Order.Exit _ ->
                throw new IllegalArgumentException("not in this reference: " + order);
            case Order.Move _ -> {}
            case Order.SetAside aside ->
                asides.put(aside.id(), new Aside(lines.getFirst(), aside.deadline(), List.of(), ""));
            case Order.Settle settle -> since(settle.hold(), lines, settle.free() ? "SETTLED" : "");
            case Order.Void end -> since(end.hold(), lines, "VOIDED");
            case Order.Reverse reverse ->
                reversed.computeIfAbsent(reverse.transfer(), _ -> new ArrayList<>())
                        .addAll(lines);
            case Order.Turn turn -> turned.put(turn.account() + " " + turn.asset(), turn.to());
        }
    }

    private void since(Hash hold, List<Line> lines, String end) {
        var aside = Objects.requireNonNull(asides.get(hold));
        var since = new ArrayList<>(aside.since);
        since.addAll(lines);
        var later = new Aside(aside.line, aside.deadline, since, end);
        asides.put(
                hold,
                left(later).signum() == 0 && end.isEmpty()
                        ? new Aside(aside.line, aside.deadline, since, "SETTLED")
                        : later);
    }

    static BigInteger left(Aside aside) {
        return aside.since.stream().map(Line::amount).reduce(aside.line.amount, BigInteger::subtract);
    }

    private void expire(Instant now) {
        asides.entrySet().stream()
                .filter(entry -> entry.getValue().end.isEmpty() && !now.isBefore(entry.getValue().deadline))
                .sorted(Comparator.comparing((Map.Entry<Hash, Aside> entry) -> entry.getValue().deadline)
                        .thenComparing(Map.Entry::getKey))
                .toList()
                .forEach(entry -> {
                    var aside = entry.getValue();
                    var line = aside.line;
                    var free = new Line("EXPIRED", line.debit, line.credit, line.asset, left(aside));
                    journal.add(free);
                    since(entry.getKey(), List.of(free), "EXPIRED");
                });
    }

    @Nullable
    Aside aside(Hash hold) {
        return asides.get(hold);
    }

    @Nullable
    Known known(Hash id) {
        return known.get(id);
    }

    boolean wasPosted(Hash id) {
        return known.containsKey(id)
                && Objects.requireNonNull(known.get(id)).answer.equals("posted");
    }

    List<Line> lines(Hash id) {
        return Objects.requireNonNull(known.get(id)).lines;
    }

    /** What of it was not reversed; its legs are reversed together or not at all, so the sum says which. */
    BigInteger notReversed(Hash id) {
        return reversed.getOrDefault(id, List.of()).stream()
                .map(Line::amount)
                .reduce(
                        lines(id).stream().map(Line::amount).reduce(BigInteger.ZERO, BigInteger::add),
                        BigInteger::subtract);
    }

    /** Everything that was posted or set aside or freed. */
    public List<Line> journal() {
        return journal;
    }

    /** How much is still set aside in all holds of an asset. */
    public BigInteger aside(String asset) {
        return asides.values().stream()
                .filter(aside -> aside.line.asset.equals(asset) && aside.end.isEmpty())
                .map(BruteForce::left)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Everything that ever left an account. */
    public BigInteger debits(String name, String asset) {
        return sum(asset, line -> POSTED.contains(line.code) && line.debit.equals(name));
    }

    /** Everything that ever came to an account. */
    public BigInteger credits(String name, String asset) {
        return sum(asset, line -> POSTED.contains(line.code) && line.credit.equals(name));
    }

    /** What is set aside to leave an account, beyond what was there from the start. */
    public BigInteger debitsAside(String name, String asset) {
        return sum(asset, line -> line.code.equals("HELD") && line.debit.equals(name))
                .subtract(sum(asset, line -> isFreed(line) && line.debit.equals(name)));
    }

    /** What is set aside to come to it. */
    public BigInteger creditsAside(String name, String asset) {
        return sum(asset, line -> line.code.equals("HELD") && line.credit.equals(name))
                .subtract(sum(asset, line -> isFreed(line) && line.credit.equals(name)));
    }

    private static boolean isFreed(Line line) {
        return Set.of("SETTLED", "VOIDED", "EXPIRED").contains(line.code);
    }

    private BigInteger sum(String asset, Predicate<Line> of) {
        return journal.stream()
                .filter(line -> line.asset.equals(asset) && of.test(line))
                .map(Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** An account that was there from the start, or was opened since, in the state that it is in. */
    @Nullable
    Account seat(String name, String asset) {
        var fixed = seats.get(name + " " + asset);
        var used = journal.stream()
                .anyMatch(line -> line.asset.equals(asset) && (line.credit.equals(name) || line.debit.equals(name)));
        var seat = fixed != null ? fixed : used ? member(name, asset) : null;
        return seat == null ? null : seat.in(turned.getOrDefault(name + " " + asset, seat.state()));
    }

    static Account member(String name, String asset) {
        var line = asset.equals("LETS") && name.startsWith("member/") ? -30L : 0L;
        return Places.account(
                name, asset, Account.State.OPEN, 0, 0, java.util.Optional.of(line), java.util.Optional.empty());
    }

    /** What members sign is the same if it was signed once more. */
    private static boolean same(Order one, Order other) {
        if (!(other instanceof Order.Move move) || !SIGNED.contains(move.code())) return one.equals(other);
        return one.equals(new Order.Move(move.id(), move.code(), move.legs(), one.cause(), move.memo()));
    }

    private static String difference(Order one, Order other) {
        var left = one.parts();
        var right = other.parts();
        for (var part : right.keySet()) if (!Objects.equals(left.get(part), right.get(part))) return part;
        for (var part : left.keySet()) if (!right.containsKey(part)) return part;
        throw new IllegalStateException("they are equal");
    }
}
