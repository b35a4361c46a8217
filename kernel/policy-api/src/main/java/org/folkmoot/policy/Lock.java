// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.time.Duration;

/**
 * A part of a balance that its owner cannot move for a while.
 *
 * @param asset the code of the asset
 * @param amount how much, in minor units
 * @param left for how long it stays locked, counted from the moment that the roll was frozen
 */
public record Lock(String asset, BigInteger amount, Duration left) {
    public Lock {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("nothing is locked: " + amount);
        }
        if (left.isNegative() || left.isZero()) {
            throw new IllegalArgumentException("the lock has ended: " + left);
        }
    }
}
