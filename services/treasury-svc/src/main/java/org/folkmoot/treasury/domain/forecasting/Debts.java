// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.scheduling.Debt;
import org.folkmoot.treasury.domain.scheduling.Turn;

/** What members owe in the course of things, and when each of it is asked for again. */
public final class Debts {
    private static final Comparator<Owed> ORDER = Comparator.comparing((Owed owed) -> owed.debt.at())
            .thenComparing(owed -> owed.debt.name())
            .thenComparing(owed -> owed.debt.member());

    /**
     * Something that is owed.
     *
     * @param again when it is asked for again, if it is
     */
    public record Owed(Debt debt, Optional<Instant> again) {
        private boolean isAsked(Instant by) {
            return again.filter(time -> !time.isAfter(by)).isPresent();
        }
    }

    private record Who(String dues, Hash member) {}

    private final List<Owed> all = new ArrayList<>();
    private final Map<Who, Integer> periods = new HashMap<>();

    Debts(List<Owed> all) {
        all.forEach(this::add);
    }

    static Owed of(Hash community, Turn turn, Dues dues, Hash member) {
        return new Owed(Debt.of(community, turn, dues, member), Optional.empty());
    }

    static String account(Hash member) {
        return org.folkmoot.constitution.Account.MEMBER + member.hex();
    }

    /** When something is asked for again next. */
    Optional<Instant> next() {
        return all.stream().flatMap(owed -> owed.again.stream()).min(Comparator.naturalOrder());
    }

    /** Takes out what is asked for again by a moment, the older period first. */
    List<Owed> take(Instant by) {
        return take(owed -> owed.isAsked(by));
    }

    /**
     * Takes out what is owed of some dues and is asked for only when they begin a period, with what is asked for
     * again by that moment, the older period first.
     */
    List<Owed> takeUp(Set<String> dues, Instant by) {
        return take(owed -> owed.isAsked(by) || owed.again.isEmpty() && dues.contains(owed.debt.name()));
    }

    private List<Owed> take(Predicate<Owed> which) {
        var taken = all.stream().filter(which).sorted(ORDER).toList();
        all.removeIf(which);
        taken.forEach(owed -> periods.merge(who(owed.debt), -1, Integer::sum));
        return taken;
    }

    void add(Owed owed) {
        all.add(owed);
        periods.merge(who(owed.debt), 1, Integer::sum);
    }

    private static Who who(Debt debt) {
        return new Who(debt.name(), debt.member());
    }

    /** Whether a member owes so little of some dues that another period is charged. */
    boolean isCharged(Hash member, Dues dues) {
        return Debt.isCharged(periods.getOrDefault(new Who(dues.name(), member), 0), dues);
    }

    /** What is owed to accounts. */
    BigInteger owed(Set<String> names) {
        return all.stream()
                .map(Owed::debt)
                .filter(debt -> names.contains(debt.to()))
                .map(Debt::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
