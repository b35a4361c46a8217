// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.constitution.SpendingLimit.Span;
import org.folkmoot.treasury.domain.Leg;

/**
 * Limits as somebody would keep them who has never seen the others: it has nothing but a list of all that ever left, and
 * adds it up anew at every question. A period of the calendar is told by its name, such as 2026-11.
 */
final class PlainLimits {
    /**
     * Something that left an account.
     *
     * @param role the role by which it was spent, or nothing
     */
    record Left(Instant at, String from, String to, String spender, String role, String policy, BigInteger amount) {}

    /** What is asked for at once. */
    record Asked(List<Leg> legs, String spender, List<String> roles, String policy) {}

    private final ZoneId zone;
    private final Map<String, BigInteger> balances = new HashMap<>();
    private final List<Left> left = new ArrayList<>();

    PlainLimits(ZoneId zone) {
        this.zone = zone;
    }

    void fund(String account, BigInteger amount) {
        balances.merge(account, amount, BigInteger::add);
    }

    List<Left> left() {
        return left;
    }

    String ask(Instant now, Asked asked, List<SpendingLimit> limits) {
        var role = "";
        if (!asked.spender.isEmpty()) {
            if (asked.legs.getFirst().credit().equals(asked.spender)) return "conflict";
            for (var limit : limits)
                if (role.isEmpty()
                        && limit.of() instanceof Of.Holder(var account, var name)
                        && account.equals(asked.legs.getFirst().debit())
                        && asked.roles.contains(name)) role = name;
            if (role.isEmpty()) return "not-permitted";
        }
        var next = new ArrayList<Left>();
        for (var leg : asked.legs)
            next.add(new Left(now, leg.debit(), leg.credit(), asked.spender, role, asked.policy, minor(leg)));
        for (var limit : limits) for (var one : next) if (isOver(limit, one, next, now)) return "limit-exceeded";
        var after = new HashMap<>(balances);
        for (var one : next) after.merge(one.from, one.amount.negate(), BigInteger::add);
        if (after.values().stream().anyMatch(balance -> balance.signum() < 0)) return "insufficient-funds";
        balances.putAll(after);
        left.addAll(next);
        return "posted";
    }

    private boolean isOver(SpendingLimit limit, Left one, List<Left> next, Instant now) {
        if (!counts(limit, one)) return false;
        var sum = BigInteger.ZERO;
        for (var other : left)
            if (counts(limit, other) && isSame(limit, one, other) && isIn(limit.span(), other.at, now))
                sum = sum.add(other.amount);
        for (var other : next) if (counts(limit, other) && isSame(limit, one, other)) sum = sum.add(other.amount);
        return sum.compareTo(limit.most()) > 0;
    }

    static boolean counts(SpendingLimit limit, Left one) {
        return switch (limit.of()) {
            case Of.From(var account) -> one.from.equals(account);
            case Of.Each(var account) -> one.from.equals(account);
            case Of.Holder(var account, var role) -> one.from.equals(account) && one.role.equals(role);
            case Of.Track(var policy) -> one.policy.equals(policy);
        };
    }

    static boolean isSame(SpendingLimit limit, Left one, Left other) {
        return switch (limit.of()) {
            case Of.From _, Of.Track _ -> true;
            case Of.Each _ -> one.to.equals(other.to);
            case Of.Holder _ -> one.spender.equals(other.spender);
        };
    }

    boolean isIn(Span span, Instant then, Instant now) {
        return switch (span) {
            case Span.Every(var length) -> name(length.toString(), then).equals(name(length.toString(), now));
            case Span.Within(var window) -> Duration.between(then, now).compareTo(window) < 0;
        };
    }

    private String name(String length, Instant at) {
        var day = at.atZone(zone).toLocalDate();
        return switch (length) {
            case "P1D" -> day.toString();
            case "P7D" ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString();
            case "P1M" -> day.getYear() + "-" + day.getMonthValue();
            case "P3M" -> quarter(day);
            default -> throw new IllegalArgumentException(length);
        };
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + " quarter " + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    private static BigInteger minor(Leg leg) {
        return new BigInteger(leg.amount().replace(".", ""));
    }
}
