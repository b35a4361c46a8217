// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody came by a power on a roll.
 *
 * @param plugin the voting power that weighed
 * @param balances what the member owned of the assets that the body asks for, in minor units
 * @param raw the power before the body's cap
 * @param most the most that the cap leaves to one member, if there is a cap
 */
public record Weighing(String plugin, Map<String, BigInteger> balances, BigInteger raw, Optional<BigInteger> most) {
    public Weighing {
        balances = Map.copyOf(balances);
    }
}
