// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for everything that is wrong with an order, by adding up a plain ledger with and without it. */
final class Faults {
    private static final BigInteger LARGEST = new BigInteger("9".repeat(38));
    private static final Set<String> FREED = Set.of("VOIDED", "EXPIRED");

    /** Which kinds of movement may leave an account whose name begins so, and which may come to it. */
    private static final Map<String, List<String>> LEAVING = Map.of(
            "issuance/", List.of("OPENING", "ISSUED", "EMITTED", "RECEIVED", "REVERSED"),
            "deposit/", List.of("REFUNDED", "BURNED", "FORFEITED"),
            "escrow/", List.of("RELEASED", "RETURNED", "SENT"),
            "member/",
                    List.of(
                            "OPENING",
                            "DECIDED",
                            "DEPOSITED",
                            "RETIRED",
                            "REVERSED",
                            "HELD",
                            "SETTLED",
                            "VOIDED",
                            "ENDOWED",
                            "DECAYED",
                            "SENT",
                            "PAID",
                            "CHARGED",
                            "REDEEMED"),
            "",
                    List.of(
                            "OPENING",
                            "DECIDED",
                            "DEPOSITED",
                            "RETIRED",
                            "REVERSED",
                            "HELD",
                            "SETTLED",
                            "VOIDED",
                            "ENDOWED",
                            "DECAYED",
                            "SENT",
                            "ALLOTTED",
                            "RETURNED",
                            "SPENT",
                            "SHARED"));

    private static final Map<String, List<String>> ARRIVING = Map.of(
            "issuance/", List.of("OPENING", "BURNED", "RETIRED", "DECAYED", "SENT", "REDEEMED", "REVERSED"),
            "deposit/", List.of("DEPOSITED"),
            "escrow/", List.of("ENDOWED", "HELD", "VOIDED", "EXPIRED"),
            "member/",
                    List.of(
                            "OPENING",
                            "DECIDED",
                            "REFUNDED",
                            "FORFEITED",
                            "ISSUED",
                            "REVERSED",
                            "PAID",
                            "HELD",
                            "SETTLED",
                            "VOIDED",
                            "RELEASED",
                            "RETURNED",
                            "SPENT",
                            "RECEIVED",
                            "EMITTED",
                            "SHARED"),
            "",
                    List.of(
                            "OPENING",
                            "DECIDED",
                            "REFUNDED",
                            "FORFEITED",
                            "ISSUED",
                            "REVERSED",
                            "PAID",
                            "HELD",
                            "SETTLED",
                            "VOIDED",
                            "RELEASED",
                            "RETURNED",
                            "SPENT",
                            "RECEIVED",
                            "ALLOTTED",
                            "CHARGED",
                            "DECAYED"));

    private static final Map<String, List<String>> NOT_SO = Map.of(
            "SKR", List.of("RECEIVED", "SENT", "REDEEMED"),
            "HOURS", List.of("PAID", "EMITTED", "DECAYED", "REDEEMED"),
            "GRAIN", List.of("PAID", "EMITTED", "DECAYED", "REDEEMED"),
            "LETS", List.of("OPENING", "ISSUED", "RETIRED", "EMITTED", "RECEIVED", "SENT", "REDEEMED"));

    private final BruteForce ledger;
    private final Instant now;
    private final Set<String> faults = new HashSet<>();

    Faults(BruteForce ledger, Instant now) {
        this.ledger = ledger;
        this.now = now;
    }

    /** All faults; the lines that the order would be are added to the list. */
    Set<String> of(Order order, List<BruteForce.Line> lines) {
        switch (order) {
            case Order.Gather _, Order.Spend _, Order.Exit _ ->
                throw new IllegalArgumentException("not in this reference: " + order);
            case Order.Move move -> move(move.code().name(), move.legs(), lines);
            case Order.SetAside aside -> {
                if (!aside.deadline().isAfter(now)) faults.add("deadline-passed");
                move("HELD", List.of(aside.leg()), lines);
            }
            case Order.Settle settle -> settle(settle, lines);
            case Order.Void end -> {
                var aside = running(end.hold());
                if (aside != null) lines.add(line(aside, "VOIDED", BruteForce.left(aside)));
                limits(lines);
            }
            case Order.Reverse reverse -> reverse(reverse, lines);
            case Order.Turn turn -> turn(turn);
        }
        return faults;
    }

    private void move(String code, List<Leg> legs, List<BruteForce.Line> lines) {
        if (legs.isEmpty() || legs.size() > 64) faults.add("legs-invalid");
        for (var leg : legs) {
            if (Places.ASSETS.stream().noneMatch(asset -> asset.code().equals(leg.asset())))
                faults.add("asset-unknown");
            var amount = amount(leg.asset(), leg.amount());
            if (amount.isEmpty()) faults.add("amount-invalid");
            if (leg.debit().equals(leg.credit())) faults.add("same-account");
            amount.ifPresent(
                    minor -> lines.add(new BruteForce.Line(code, leg.debit(), leg.credit(), leg.asset(), minor)));
        }
        limits(lines);
    }

    private void settle(Order.Settle settle, List<BruteForce.Line> lines) {
        var aside = running(settle.hold());
        if (aside == null) return;
        var left = BruteForce.left(aside);
        var part =
                settle.amount().map(text -> amount(aside.line().asset(), text)).orElse(Optional.of(left));
        if (part.isEmpty()) faults.add("amount-invalid");
        else if (part.get().compareTo(left) > 0) faults.add("hold-exceeded");
        else {
            lines.add(line(aside, "SETTLED", part.get()));
            var rest = left.subtract(part.get());
            if (settle.free() && rest.signum() > 0) lines.add(line(aside, "VOIDED", rest));
        }
        limits(lines);
    }

    private BruteForce.@Nullable Aside running(org.folkmoot.record.Hash hold) {
        var aside = ledger.aside(hold);
        if (aside == null) faults.add("hold-unknown");
        else if (aside.end().equals("EXPIRED")) faults.add("hold-expired");
        else if (!aside.end().isEmpty()) faults.add("hold-ended");
        return faults.isEmpty() ? aside : null;
    }

    private static BruteForce.Line line(BruteForce.Aside aside, String code, BigInteger amount) {
        var line = aside.line();
        return new BruteForce.Line(code, line.debit(), line.credit(), line.asset(), amount);
    }

    private void reverse(Order.Reverse reverse, List<BruteForce.Line> lines) {
        var id = reverse.transfer();
        if (ledger.known(id) == null) faults.add("transfer-unknown");
        else if (!ledger.wasPosted(id)
                || !ledger.lines(id).stream()
                        .allMatch(line ->
                                List.of("DECIDED", "ISSUED", "RETIRED", "PAID").contains(line.code())))
            faults.add("not-reversible");
        else if (ledger.notReversed(id).signum() == 0) faults.add("already-reversed");
        else if (ledger.lines(id).size() > 1 && reverse.amount().isPresent()) faults.add("not-divisible");
        else if (ledger.lines(id).size() == 1) part(reverse, ledger.lines(id).getFirst(), lines);
        else
            for (var line : ledger.lines(id).reversed())
                lines.add(new BruteForce.Line("REVERSED", line.credit(), line.debit(), line.asset(), line.amount()));
        limits(lines);
    }

    private void part(Order.Reverse reverse, BruteForce.Line line, List<BruteForce.Line> lines) {
        var left = ledger.notReversed(reverse.transfer());
        var part = reverse.amount().map(text -> amount(line.asset(), text)).orElse(Optional.of(left));
        if (part.isEmpty()) faults.add("amount-invalid");
        else if (part.get().compareTo(left) > 0) faults.add("reversal-exceeded");
        else lines.add(new BruteForce.Line("REVERSED", line.credit(), line.debit(), line.asset(), part.get()));
    }

    private void turn(Order.Turn turn) {
        if (Places.ASSETS.stream().noneMatch(asset -> asset.code().equals(turn.asset()))) faults.add("asset-unknown");
        var seat = ledger.seat(turn.account(), turn.asset());
        if (seat == null) {
            faults.add("account-unknown");
            return;
        }
        // For these the kind of the account comes before its state.
        if (List.of("issuance/", "deposit/", "escrow/").stream().anyMatch(turn.account()::startsWith)) {
            faults.add("account-reserved");
            return;
        }
        if (seat.state() == turn.to()) faults.add("state-unchanged");
        else if (seat.state() == Account.State.CLOSED) faults.add("account-not-open");
        else if (turn.to() == Account.State.CLOSED
                && !(sum(turn.account(), turn.asset(), List.of(), true).signum() == 0
                        && aside(seat).signum() == 0)) faults.add("account-not-empty");
    }

    private BigInteger aside(Account seat) {
        return ledger.debitsAside(seat.name(), seat.asset())
                .add(ledger.creditsAside(seat.name(), seat.asset()))
                .add(seat.debitsPending())
                .add(seat.creditsPending());
    }

    private BigInteger sum(String name, String asset, List<BruteForce.Line> more, boolean balance) {
        var sums = new Sums(ledger, name, asset, more);
        return balance ? sums.balance() : sums.spendable();
    }

    private void limits(List<BruteForce.Line> lines) {
        for (var line : lines) {
            var debit = seat(line.debit(), line.asset(), false, lines);
            var credit = seat(line.credit(), line.asset(), true, lines);
            if (debit == null || credit == null) faults.add("account-unknown");
            for (var seat : new ArrayList<>(java.util.Arrays.asList(debit, credit)))
                if (seat != null) seat(seat, line.code(), lines);
            if (!may(line.debit(), line.code(), LEAVING) || !may(line.credit(), line.code(), ARRIVING))
                faults.add("account-reserved");
            if (NOT_SO.getOrDefault(line.asset(), List.of()).contains(line.code())) faults.add("asset-forbids");
        }
        var most = Places.SKR.pace().orElseThrow().most();
        if (issued(lines).signum() > 0
                && issued(lines).add(issued(ledger.journal())).compareTo(most) > 0) faults.add("period-cap-exceeded");
    }

    private static BigInteger issued(List<BruteForce.Line> lines) {
        return lines.stream()
                .filter(line -> line.asset().equals("SKR"))
                .filter(line -> List.of("ISSUED", "EMITTED").contains(line.code()))
                .map(BruteForce.Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void seat(Account seat, String code, List<BruteForce.Line> lines) {
        if (seat.state() != Account.State.OPEN && !FREED.contains(code)) faults.add("account-not-open");
        var was = new Sums(ledger, seat.name(), seat.asset(), List.of());
        var is = new Sums(ledger, seat.name(), seat.asset(), lines);
        if (is.spendable().compareTo(was.spendable()) < 0
                && seat.floor()
                        .filter(floor ->
                                is.spendable().subtract(seat.debitsPending()).compareTo(floor) < 0)
                        .isPresent()) faults.add("insufficient-funds");
        if (is.promised().compareTo(was.promised()) > 0
                && seat.ceiling()
                        .filter(most -> is.promised().add(seat.creditsPending()).compareTo(most) > 0)
                        .isPresent()) faults.add("ceiling-exceeded");
        if (is.largest().compareTo(LARGEST) > 0) faults.add("amount-too-large");
    }

    /** A member's account opens when it is credited, and where members have credit also when it is debited. */
    private @Nullable Account seat(String name, String asset, boolean credited, List<BruteForce.Line> lines) {
        var seat = ledger.seat(name, asset);
        if (seat != null) return seat;
        var alsoCredited = credited
                || lines.stream()
                        .anyMatch(line ->
                                line.asset().equals(asset) && line.credit().equals(name));
        var owner = name.substring(name.indexOf('/') + 1);
        var opens = name.startsWith("member/") && (alsoCredited || asset.equals("LETS"))
                || (name.startsWith("deposit/") || name.startsWith("escrow/")) && alsoCredited;
        for (char c : owner.toCharArray()) opens &= "0123456789abcdef".indexOf(c) >= 0;
        return opens && owner.length() == 64 ? BruteForce.member(name, asset) : null;
    }

    private static boolean may(String name, String code, Map<String, List<String>> way) {
        var prefix = List.of("issuance/", "deposit/", "escrow/", "member/").stream()
                .filter(name::startsWith)
                .findFirst()
                .orElse("");
        return Objects.requireNonNull(way.get(prefix)).contains(code);
    }

    /** Reads an amount digit by digit. */
    private static Optional<BigInteger> amount(String code, String text) {
        int scale = Places.ASSETS.stream()
                .filter(asset -> asset.code().equals(code))
                .mapToInt(asset -> asset.scale())
                .findFirst()
                .orElse(0);
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
}
