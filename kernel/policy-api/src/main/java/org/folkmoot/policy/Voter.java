// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A member at the moment that the roll was frozen.
 *
 * @param member the member's id
 * @param since when the member joined
 * @param roles the roles held
 * @param balances what the member owns, in minor units, by the code of the asset; locked or not
 * @param locks which parts of it are locked
 * @param holdings what the member owns of things in a register, such as parcels, by their kind
 */
public record Voter(
        String member,
        Instant since,
        List<String> roles,
        Map<String, BigInteger> balances,
        List<Lock> locks,
        Map<String, List<Holding>> holdings) {
    public Voter {
        roles = List.copyOf(roles);
        balances = Ordered.copy(balances);
        locks = List.copyOf(locks);
        var copy = new LinkedHashMap<String, List<Holding>>();
        holdings.forEach((kind, held) -> copy.put(kind, List.copyOf(held)));
        holdings = Collections.unmodifiableMap(copy);
    }

    /** A member of whom nothing but roles and balances is known. */
    public Voter(String member, Instant since, List<String> roles, Map<String, BigInteger> balances) {
        this(member, since, roles, balances, List.of(), Map.of());
    }

    /** What the member owns of an asset, in minor units; zero if nothing is known. */
    public BigInteger balance(String asset) {
        return balances.getOrDefault(asset, BigInteger.ZERO);
    }
}
