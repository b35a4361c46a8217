// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.policy.Counted;

/** Where the power of every voter went, in the order of the roll. */
public record Resolution(List<Carried> carried, List<Lost> lost) {
    public Resolution {
        carried = List.copyOf(carried);
        lost = List.copyOf(lost);
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
