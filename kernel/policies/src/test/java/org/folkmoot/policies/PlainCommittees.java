// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Committees person by person: every committee is looked at, and money is earned and spent by each. */
record PlainCommittees(int options, int seats, List<BitSet> people) {
    Set<BitSet> committees(CommitteeRule rule) {
        return switch (rule) {
            case APPROVAL -> best(committee -> worth(committee, PlainCommittees::many));
            case SATISFACTION ->
                best(committee -> worth(
                        committee,
                        (person, members) -> many(person, members).dividedBy(Math.max(1, person.cardinality()))));
            case PROPORTIONAL -> best(committee -> worth(committee, PlainCommittees::harmonic));
            case CHAMBERLIN_COURANT ->
                best(committee -> worth(
                        committee, (person, members) -> many(person, members).min(Rational.of(1))));
            case SEQUENTIAL_PROPORTIONAL -> oneByOne(new BitSet());
            case SEQUENTIAL_PHRAGMEN -> earning(new BitSet(), purses(Rational.ZERO));
            case EQUAL_SHARES, EQUAL_SHARES_APPROVAL, EQUAL_SHARES_ALONE ->
                spending(new BitSet(), purses(Rational.of(seats).dividedBy(people.size())), rule);
        };
    }

    private interface Worth {
        Rational of(BitSet person, BitSet members);
    }

    private Rational worth(BitSet committee, Worth worth) {
        return people.stream().map(person -> worth.of(person, committee)).reduce(Rational.ZERO, Rational::plus);
    }

    private static Rational many(BitSet person, BitSet members) {
        return Rational.of(members.stream().filter(person::get).count());
    }

    private static Rational harmonic(BitSet person, BitSet members) {
        return IntStream.rangeClosed(
                        1, (int) members.stream().filter(person::get).count())
                .mapToObj(place -> Rational.of(1).dividedBy(place))
                .reduce(Rational.ZERO, Rational::plus);
    }

    private Set<BitSet> best(Function<BitSet, Rational> worth) {
        var all = IntStream.range(0, 1 << options)
                .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
                .filter(committee -> committee.cardinality() == seats)
                .toList();
        var most = all.stream().map(worth).max(Rational::compareTo).orElseThrow();
        var best = new HashSet<BitSet>();
        all.stream()
                .filter(committee -> worth.apply(committee).compareTo(most) == 0)
                .forEach(best::add);
        return best;
    }

    private List<Integer> free(BitSet members) {
        return IntStream.range(0, options)
                .filter(option -> !members.get(option))
                .boxed()
                .toList();
    }

    private static BitSet with(BitSet members, int option) {
        var more = (BitSet) members.clone();
        more.set(option);
        return more;
    }

    private static List<Integer> least(List<Integer> among, Function<Integer, Rational> measure) {
        var least = among.stream().map(measure).min(Rational::compareTo).orElseThrow();
        return among.stream()
                .filter(option -> measure.apply(option).compareTo(least) == 0)
                .toList();
    }

    private Set<BitSet> oneByOne(BitSet members) {
        if (members.cardinality() == seats) return Set.of(members);
        var found = new HashSet<BitSet>();
        least(free(members), option -> Rational.ZERO.minus(worth(with(members, option), PlainCommittees::harmonic)))
                .forEach(option -> found.addAll(oneByOne(with(members, option))));
        return found;
    }

    private List<Rational> purses(Rational each) {
        return Collections.nCopies(people.size(), each);
    }

    private List<Integer> approving(int option) {
        return IntStream.range(0, people.size())
                .filter(person -> people.get(person).get(option))
                .boxed()
                .toList();
    }

    /** Everybody earns alike; who can first be paid for is elected, and those who approve have nothing left. */
    private Set<BitSet> earning(BitSet members, List<Rational> purses) {
        if (members.cardinality() == seats) return Set.of(members);
        var found = new HashSet<BitSet>();
        var wanted = free(members).stream()
                .filter(option -> !approving(option).isEmpty())
                .toList();
        if (wanted.isEmpty()) {
            free(members).forEach(option -> found.addAll(earning(with(members, option), purses)));
            return found;
        }
        for (var option : least(wanted, candidate -> wait(candidate, purses))) {
            var earned = wait(option, purses);
            var after = new ArrayList<>(purses);
            after.replaceAll(purse -> purse.plus(earned));
            approving(option).forEach(person -> after.set(person, Rational.ZERO));
            found.addAll(earning(with(members, option), after));
        }
        return found;
    }

    private Rational wait(int option, List<Rational> purses) {
        var have = approving(option).stream().map(purses::get).reduce(Rational.ZERO, Rational::plus);
        return Rational.of(1).minus(have).dividedBy(approving(option).size());
    }

    private Set<BitSet> spending(BitSet members, List<Rational> purses, CommitteeRule rule) {
        if (members.cardinality() == seats) return Set.of(members);
        var payable =
                free(members).stream().filter(option -> canPay(option, purses)).toList();
        if (payable.isEmpty()) {
            return switch (rule) {
                case EQUAL_SHARES_ALONE -> Set.of(members);
                case EQUAL_SHARES_APPROVAL -> mostApproved(members);
                default -> earning(members, purses);
            };
        }
        var found = new HashSet<BitSet>();
        for (var option : least(payable, candidate -> price(candidate, purses))) {
            var price = price(option, purses);
            var after = new ArrayList<>(purses);
            approving(option)
                    .forEach(person -> after.set(
                            person, purses.get(person).minus(purses.get(person).min(price))));
            found.addAll(spending(with(members, option), after, rule));
        }
        return found;
    }

    private Set<BitSet> mostApproved(BitSet members) {
        if (members.cardinality() == seats) return Set.of(members);
        var found = new HashSet<BitSet>();
        least(free(members), option -> Rational.of(-approving(option).size()))
                .forEach(option -> found.addAll(mostApproved(with(members, option))));
        return found;
    }

    private boolean canPay(int option, List<Rational> purses) {
        return approving(option).stream()
                        .map(purses::get)
                        .reduce(Rational.ZERO, Rational::plus)
                        .compareTo(Rational.of(1))
                >= 0;
    }

    private Rational price(int option, List<Rational> purses) {
        var sorted = approving(option).stream().map(purses::get).sorted().toList();
        var missing = Rational.of(1);
        for (var poorer = 0; poorer < sorted.size(); poorer++) {
            var each = missing.dividedBy(sorted.size() - poorer);
            if (each.compareTo(sorted.get(poorer)) <= 0) return each;
            missing = missing.minus(sorted.get(poorer));
        }
        throw new IllegalStateException("they cannot pay");
    }
}
