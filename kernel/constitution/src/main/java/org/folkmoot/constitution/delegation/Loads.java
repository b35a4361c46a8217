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
import org.folkmoot.constitution.Delegating;
import org.folkmoot.constitution.delegation.Lost.Reason;

/** What each ballot carries for others, and what is too much for it. */
final class Loads {
    private final Optional<BigInteger> most;
    private final Delegating.Overflow overflow;
    private final Map<String, Resolution> resolved = new HashMap<>();
    private final Map<String, Long> ranks = new HashMap<>();
    private final Map<String, Map<String, BigInteger>> loads = new HashMap<>();
    private final Map<String, Map<String, BigInteger>> cut = new HashMap<>();

    Loads(Optional<BigInteger> most, Delegating.Overflow overflow) {
        this.most = most;
        this.overflow = overflow;
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
        return cut.getOrDefault(carrier, loads.getOrDefault(carrier, Map.of())).values().stream()
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Resolution ways(String principal) {
        var whole = resolved.getOrDefault(principal, Resolution.NOTHING);
        if (cut.isEmpty()) {
            return whole;
        }
        var carried = new ArrayList<Carried>();
        var lost = new ArrayList<>(whole.lost());
        var left = new HashMap<String, BigInteger>();
        for (var one : whole.carried()) {
            var parts = one.isOwn() ? null : cut.get(one.by());
            if (parts == null) {
                carried.add(one);
                continue;
            }
            var room = left.getOrDefault(one.by(), parts.getOrDefault(principal, BigInteger.ZERO));
            var part = one.power().min(room);
            left.put(one.by(), room.subtract(part));
            if (part.signum() > 0) {
                carried.add(one.of(part));
            }
            if (part.compareTo(one.power()) < 0) {
                lost.add(new Lost(principal, one.by(), one.power().subtract(part), Reason.OVERFLOW));
            }
        }
        return new Resolution(carried, lost);
    }

    private static List<Carried> others(Resolution ways) {
        return ways.carried().stream().filter(one -> !one.isOwn()).toList();
    }
}
