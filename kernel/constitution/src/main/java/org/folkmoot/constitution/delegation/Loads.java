// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.delegation.Lost.Reason;

/** What each ballot carries for others, and what is too much for it. */
final class Loads {
    private final Optional<BigInteger> most;
    private final Delegating.Overflow overflow;
    private final BiPredicate<Object, BigInteger> fits;
    private final Map<String, Resolution> resolved = new HashMap<>();
    private final Map<String, Long> ranks = new HashMap<>();
    private final Map<String, Map<String, BigInteger>> loads = new HashMap<>();
    private final Map<String, Map<String, BigInteger>> cut = new HashMap<>();

    Loads(Optional<BigInteger> most, Delegating.Overflow overflow, BiPredicate<Object, BigInteger> fits) {
        this.most = most;
        this.overflow = overflow;
        this.fits = fits;
    }

    /** Remembers when somebody delegated. */
    void rank(String principal, long number) {
        ranks.put(principal, number);
    }

    /** Takes in where the power of some went, and says of whom that changes something. */
    Collection<String> put(Resolution fresh, Set<String> asked) {
        var ways = new HashMap<String, Resolution>();
        fresh.carried().forEach(one -> ways.merge(one.principal(), Resolution.of(one), Resolution::plus));
        fresh.lost().forEach(one -> ways.merge(one.principal(), Resolution.of(one), Resolution::plus));
        var touched = new LinkedHashSet<>(asked);
        touched.addAll(ways.keySet());
        var carriers = new LinkedHashSet<String>();
        for (var principal : touched) {
            var before = resolved.getOrDefault(principal, Resolution.NOTHING);
            var now = ways.getOrDefault(principal, Resolution.NOTHING);
            others(before).forEach(one -> {
                carriers.add(one.by());
                loads.getOrDefault(one.by(), new HashMap<>()).remove(principal);
            });
            others(now).forEach(one -> {
                carriers.add(one.by());
                loads.computeIfAbsent(one.by(), _ -> new HashMap<>()).merge(principal, one.power(), BigInteger::add);
            });
            resolved.put(principal, now);
        }
        carriers.forEach(carrier -> touched.addAll(cut(carrier)));
        return touched;
    }

    /** Divides the most anew, and says whose part of it may be another one now. */
    private Collection<String> cut(String carrier) {
        if (most.isEmpty()) {
            return List.of();
        }
        var powers = new LinkedHashMap<String, BigInteger>();
        var load = loads.getOrDefault(carrier, Map.of());
        load.keySet().stream()
                .sorted(Comparator.comparing((String principal) -> ranks.getOrDefault(principal, Long.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(principal -> powers.put(principal, load.getOrDefault(principal, BigInteger.ZERO)));
        var parts = Overflow.carried(powers, most.get(), overflow);
        var before = parts.equals(powers) ? cut.remove(carrier) : cut.put(carrier, parts);
        return before == null && parts.equals(powers) ? List.of() : powers.keySet();
    }

    /** The ballots that carry somebody's power. */
    List<Carried> carried(String principal) {
        return ways(principal).carried();
    }

    /** What of somebody's power no ballot carries. */
    List<Lost> lost(String principal) {
        return ways(principal).lost();
    }

    /** What the ballot of somebody carries for others. */
    BigInteger received(String carrier) {
        var load = loads.getOrDefault(carrier, Map.of());
        var received = cut.containsKey(carrier)
                ? load.keySet().stream()
                        .flatMap(principal -> others(ways(principal)).stream())
                        .filter(one -> one.by().equals(carrier))
                        .map(Carried::power)
                : load.values().stream();
        return received.reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Resolution ways(String principal) {
        var all = resolved.getOrDefault(principal, Resolution.NOTHING);
        if (cut.isEmpty()) {
            return all;
        }
        var carried = new ArrayList<Carried>();
        var lost = new ArrayList<>(all.lost());
        var left = new HashMap<String, BigInteger>();
        for (var one : all.carried()) {
            var parts = one.isOwn() ? null : cut.get(one.by());
            if (parts == null) {
                carried.add(one);
                continue;
            }
            var room = left.getOrDefault(one.by(), parts.getOrDefault(principal, BigInteger.ZERO));
            var part = one.power().min(room);
            left.put(one.by(), room.subtract(part));
            var whole = part.equals(one.power());
            if (!whole) {
                lost.add(new Lost(principal, one.by(), one.power().subtract(part), Reason.OVERFLOW));
            }
            // The method was asked about all of it, and may not take the choice with a part.
            if (whole || part.signum() > 0 && fits.test(one.choice(), part)) {
                carried.add(one.of(part));
            } else if (part.signum() > 0) {
                lost.add(new Lost(principal, one.by(), part, Reason.UNFIT));
            }
        }
        return new Resolution(carried, lost);
    }

    private static List<Carried> others(Resolution ways) {
        return ways.carried().stream().filter(one -> !one.isOwn()).toList();
    }
}
