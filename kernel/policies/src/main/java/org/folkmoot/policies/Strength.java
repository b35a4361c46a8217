// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;

/** How strong it is that one option beats another. */
public enum Strength {
    /** The power that prefers the one that beats. */
    WINNING_VOTES,
    /** How much more that is than the power that prefers the other. */
    MARGINS;

    /** The strength with which one option beats another; 0 if it does not. */
    BigInteger of(Duels duels, int one, int other) {
        if (!duels.beats(one, other)) {
            return BigInteger.ZERO;
        }
        return switch (this) {
            case WINNING_VOTES -> duels.prefer(one, other);
            case MARGINS -> duels.margin(one, other);
        };
    }
}
