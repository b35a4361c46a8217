// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;
import java.util.Optional;

/**
 * How many members are on a roll, and the voting power that they have together.
 *
 * @param most the most that any of them has, where the body has a cap
 */
public record RollTotals(long members, BigInteger power, Optional<BigInteger> most) {
    public RollTotals {
        if (members < 0 || power.signum() < 0)
            throw new IllegalArgumentException("a roll of " + members + " members with power " + power);
    }

    /** The totals of a roll without a cap. */
    public RollTotals(long members, BigInteger power) {
        this(members, power, Optional.empty());
    }

    /** Says whether a roll is of this size. */
    public boolean matches(RollTotals other) {
        return members == other.members && power.equals(other.power);
    }

    /** Says whether nobody on the roll could decide anything. */
    public boolean powerless() {
        return power.signum() == 0;
    }
}
