// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;

/** Where the power of every voter went, in the order of the roll. */
public record Resolution(List<Carried> carried, List<Lost> lost) {
    static final Resolution NOTHING = new Resolution(List.of(), List.of());

    public Resolution {
        carried = List.copyOf(carried);
        lost = List.copyOf(lost);
    }

    static Resolution of(Carried one) {
        return new Resolution(List.of(one), List.of());
    }

    static Resolution of(Lost one) {
        return new Resolution(List.of(), List.of(one));
    }

    Resolution plus(Resolution other) {
        return new Resolution(both(carried, other.carried), both(lost, other.lost));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The same, but what the voting method does not take is lost. */
    Resolution fitting(BiPredicate<Object, BigInteger> fits) {
        var split = carried.stream()
                .collect(Collectors.partitioningBy(one -> one.isOwn() || fits.test(one.choice(), one.power())));
        var unfit = split.getOrDefault(false, List.of());
        if (unfit.isEmpty()) {
            return this;
        }
        return new Resolution(
                split.getOrDefault(true, List.of()),
                both(
                        lost,
                        unfit.stream()
                                .map(one -> new Lost(one.principal(), one.by(), one.power(), Lost.Reason.UNFIT))
                                .toList()));
    }

    /**
     * The groups to count: each power that was carried is a ballot of its own.
     *
     * @param mergesPowers whether ballots of different power may lie in one group, as the voting method says
     */
    public List<Counted> counted(boolean mergesPowers) {
        record Key(Object choice, BigInteger each) {}
        var groups = new LinkedHashMap<Key, Counted>();
        for (var one : carried) {
            var key = new Key(one.choice(), mergesPowers ? BigInteger.ZERO : one.power());
            groups.merge(
                    key,
                    new Counted(one.choice(), 1, one.power()),
                    (some, more) -> new Counted(
                            some.choice(),
                            some.ballots() + more.ballots(),
                            some.power().add(more.power())));
        }
        return new ArrayList<>(groups.values());
    }

    /** How much the ballot of each voter carried, by who cast it. */
    public Map<String, BigInteger> weights() {
        var weights = new LinkedHashMap<String, BigInteger>();
        carried.forEach(one -> weights.merge(one.by(), one.power(), BigInteger::add));
        return weights;
    }
}
