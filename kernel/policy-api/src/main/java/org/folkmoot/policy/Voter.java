// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A member at the moment that the roll was frozen.
 *
 * @param member the member's id
 * @param since when the member joined
 * @param roles the roles held
 * @param balances what the member owns, in minor units, by the code of the asset
 */
public record Voter(String member, Instant since, List<String> roles, Map<String, BigInteger> balances) {
    public Voter {
        roles = List.copyOf(roles);
        balances = Ordered.copy(balances);
    }
}
