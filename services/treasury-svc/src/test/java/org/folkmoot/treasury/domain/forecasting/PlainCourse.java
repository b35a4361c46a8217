// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;

/** What the calendar does, day by day with long numbers and without any of the rules' own code, as the guide says it. */
final class PlainCourse {
    private static final String ISSUANCE = "issuance/SKR";

    private record Debt(String dues, String member, LocalDate since, long amount, String to, LocalDate graceEnds) {}

    final Map<String, Long> balances = new LinkedHashMap<>();
    final Map<String, Long> in = new TreeMap<>();
    final Map<String, Long> out = new TreeMap<>();
    final Set<String> own;
    private final Set<String> frozen;
    private final List<String> members;
    private final Schedules rules;
    private final long cap;
    private final List<Debt> debts = new ArrayList<>();

    PlainCourse(
            Map<String, Long> balances,
            Set<String> own,
            Set<String> frozen,
            List<String> members,
            Schedules rules,
            long cap) {
        this.balances.putAll(balances);
        this.own = own;
        this.frozen = new HashSet<>(frozen);
        this.members = members;
        this.rules = rules;
        this.cap = cap;
    }

    long held(String account) {
        return balances.getOrDefault(account, 0L);
    }

    long owed() {
        return debts.stream()
                .filter(debt -> own.contains(debt.to))
                .mapToLong(Debt::amount)
                .sum();
    }

    void day(LocalDate day) {
        var before = Map.copyOf(balances);
        for (var rule : rules.demurrage().values()) if (begins(rule.periods(), day)) decay(rule, before);
        for (var rule : new TreeMap<>(rules.incomes()).values()) if (begins(rule.periods(), day)) emit(rule);
        again(day);
        for (var rule : new TreeMap<>(rules.dues()).values()) if (begins(rule.periods(), day)) charge(rule, day);
        for (var rule : new TreeMap<>(rules.budgets()).values()) if (begins(rule.periods(), day)) allot(rule);
    }

    private static boolean begins(Periods periods, LocalDate day) {
        return periods.day(periods.of(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .equals(day);
    }

    private void decay(Schedules.Demurrage rule, Map<String, Long> before) {
        var to = rule.to().orElse(ISSUANCE);
        for (var name : List.copyOf(balances.keySet())) {
            if (name.equals(ISSUANCE) || name.equals(to) || rule.exempt().contains(name)) continue;
            long lost = before.getOrDefault(name, 0L)
                    * rule.rate().numerator().longValueExact()
                    / rule.rate().denominator().longValueExact();
            move("demurrage", name, to, lost);
        }
    }

    private void emit(Schedules.Income rule) {
        long all = rule.amount().longValueExact() * members.size();
        if (cap + held(ISSUANCE) < all) return;
        for (var member : members)
            move("income", ISSUANCE, member, rule.amount().longValueExact());
    }

    private void charge(Schedules.Dues rule, LocalDate day) {
        for (var member : members) {
            long owes = debts.stream()
                    .filter(debt -> debt.dues.equals(rule.name()) && debt.member.equals(member))
                    .count();
            if (owes >= rule.most()) continue;
            var debt = new Debt(
                    rule.name(),
                    member,
                    day,
                    rule.amount().longValueExact(),
                    rule.to(),
                    day.plusDays(rule.grace().toDays()));
            if (!pay(debt)) debts.add(debt);
        }
    }

    /** Every day of the grace, and then with every later period. */
    private void again(LocalDate day) {
        for (var debt : List.copyOf(debts)) {
            var rule = Objects.requireNonNull(rules.dues().get(debt.dues));
            if ((day.isBefore(debt.graceEnds) || begins(rule.periods(), day)) && pay(debt)) debts.remove(debt);
        }
    }

    private boolean pay(Debt debt) {
        return held(debt.member) >= debt.amount && move("dues", debt.member, debt.to, debt.amount);
    }

    private void allot(Schedules.Budget rule) {
        long left = held(rule.name());
        switch (rule.left()) {
            case KEEP -> {}
            case RETURN -> move("budget", rule.name(), rule.from(), left);
            case BURN -> move("budget", rule.name(), ISSUANCE, left);
        }
        if (held(rule.from()) >= rule.amount().longValueExact())
            move("budget", rule.from(), rule.name(), rule.amount().longValueExact());
    }

    private boolean move(String kind, String from, String to, long amount) {
        if (amount <= 0 || frozen.contains(from) || frozen.contains(to)) return false;
        balances.merge(from, -amount, Long::sum);
        balances.merge(to, amount, Long::sum);
        if (own.contains(from) && !own.contains(to)) out.merge(kind, amount, Long::sum);
        if (own.contains(to) && !own.contains(from)) in.merge(kind, amount, Long::sum);
        return true;
    }

    static Map<String, Long> longs(Map<String, BigInteger> amounts) {
        var longs = new TreeMap<String, Long>();
        amounts.forEach((kind, amount) -> longs.put(kind, amount.longValueExact()));
        return longs;
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
