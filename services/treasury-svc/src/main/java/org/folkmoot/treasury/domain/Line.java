// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;

/**
 * One movement that happened, as it stands in the journal.
 *
 * @param amount in minor units
 */
public record Line(Transfer.Code code, String debit, String credit, String asset, BigInteger amount) {
    public Line {
        if (amount.signum() <= 0) throw new IllegalArgumentException("a line of " + amount);
    }

    /** The same amount the other way. */
    Line reversed() {
        return reversed(amount);
    }

    /** So much the other way. */
    Line reversed(BigInteger part) {
        return new Line(Transfer.Code.REVERSED, credit, debit, asset, part);
    }

    /** Whether it changes what accounts hold, rather than what is set aside in them. */
    public boolean moves() {
        return switch (code.effect()) {
            case MOVES, SETTLES -> true;
            case SETS_ASIDE, FREES -> false;
        };
    }
}
