// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A roll to ask about.
 *
 * @param power the power of everybody on it
 * @param members how many they are
 * @param holders who has which power, equal powers together; empty if nobody knows
 * @param measures what is measured beside it, by name
 */
public record Roll(BigInteger power, long members, List<Holders> holders, Map<String, BigInteger> measures) {
    /** So many members with so much power each. */
    public record Holders(BigInteger power, long members) {}

    public Roll {
        holders = List.copyOf(holders);
        measures = Map.copyOf(measures);
    }

    /** A roll of equals. */
    public static Roll equal(long members) {
        return new Roll(BigInteger.valueOf(members), members, List.of(new Holders(BigInteger.ONE, members)), Map.of());
    }

    /** A roll of members with these powers. */
    public static Roll of(List<BigInteger> powers) {
        var sizes = new TreeMap<BigInteger, Long>();
        powers.forEach(power -> sizes.merge(power, 1L, Math::addExact));
        return of(sizes);
    }

    /** A roll of so many members with each power. */
    public static Roll of(SortedMap<BigInteger, Long> sizes) {
        var holders = new ArrayList<Holders>();
        var all = BigInteger.ZERO;
        var members = 0L;
        for (var size : sizes.entrySet()) {
            holders.add(new Holders(size.getKey(), size.getValue()));
            all = all.add(size.getKey().multiply(BigInteger.valueOf(size.getValue())));
            members = Math.addExact(members, size.getValue());
        }
        return new Roll(all, members, holders, Map.of());
    }

    /** A roll of which only the totals are known. */
    public static Roll totals(BigInteger power, long members) {
        return new Roll(power, members, List.of(), Map.of());
    }

    /** The same with what is measured beside it. */
    public Roll with(Map<String, BigInteger> measured) {
        return new Roll(power, members, holders, measured);
    }

    /** Whether everybody on it has a power of one. */
    public boolean ofEquals() {
        return power.equals(BigInteger.valueOf(members))
                && holders.stream().allMatch(some -> some.power().equals(BigInteger.ONE) || some.members() == 0)
                && (!holders.isEmpty() || members == 0);
    }
}
