// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.math.BigInteger;

/** How many members are on a roll, and the voting power that they have together. */
public record RollTotals(long members, BigInteger power) {
    public RollTotals {
        if (members < 0 || power.signum() < 0)
            throw new IllegalArgumentException("a roll of " + members + " members with power " + power);
    }

    /** Says whether nobody on the roll could decide anything. */
    public boolean powerless() {
        return power.signum() == 0;
    }
}
