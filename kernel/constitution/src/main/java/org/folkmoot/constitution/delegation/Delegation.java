// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom a voter lets vote, in a scope that the poll is in.
 *
 * @param from the principal, whose power it is
 * @param to the delegates and the weight of each: the power is divided in proportion; a weight for the principal is
 *     kept back
 * @param terms what of a ballot stays the principal's own, such as a conviction; see {@link Inheritance}
 */
public record Delegation(String from, Map<String, Long> to, Map<String, Object> terms) {
    /** How many delegates there may be, and how large a weight: it bounds the work. */
    private static final int MOST_DELEGATES = 1_000;

    private static final long MOST_WEIGHT = 1_000_000_000_000_000_000L;

    public Delegation {
        to = Collections.unmodifiableMap(new LinkedHashMap<>(to));
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
        if (to.isEmpty() || to.size() > MOST_DELEGATES) {
            throw new IllegalArgumentException("from 1 to " + MOST_DELEGATES + " delegates, not " + to.size());
        }
        if (to.values().stream().anyMatch(weight -> weight < 1 || weight > MOST_WEIGHT)) {
            throw new IllegalArgumentException("the weight of a delegate is from 1 to 10^18");
        }
    }

    /** To one delegate, without terms. */
    public static Delegation of(String from, String to) {
        return new Delegation(from, Map.of(to, 1L), Map.of());
    }

    BigInteger whole() {
        return to.values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
