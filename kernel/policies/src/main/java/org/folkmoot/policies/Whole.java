// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import org.folkmoot.policy.Fraction;

/** Refuses settings that are no whole numbers; as fractions they may have more digits than a {@code long}. */
final class Whole {
    private Whole() {}

    static void positive(String name, Fraction value) {
        if (!value.denominator().equals(BigInteger.ONE) || value.numerator().signum() == 0) {
            throw new IllegalArgumentException(name + " is a whole number from 1 on, not " + value);
        }
    }
}
