// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;

/**
 * Power that a ballot carried.
 *
 * @param principal whose power it is
 * @param by who cast the ballot; the principal where they voted themselves
 * @param steps how far it was passed on: 0 for the principal's own ballot
 * @param power how much
 * @param choice what it counts for
 */
public record Carried(String principal, String by, int steps, BigInteger power, Object choice) {
    /** Whether it is the principal's own ballot. */
    /** Whether it is the power of whoever casts it. */
    public boolean isOwn() {
        return steps == 0;
    }

    Carried of(BigInteger part) {
        return new Carried(principal, by, steps, part, choice);
    }
}
