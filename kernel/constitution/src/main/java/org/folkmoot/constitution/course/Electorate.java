// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.util.Map;

/**
 * A body as it was frozen.
 *
 * @param power the power of everybody on the roll
 * @param members how many are on it
 * @param measures other quantities that were frozen with it, by name
 */
public record Electorate(BigInteger power, long members, Map<String, BigInteger> measures) {
    /** A body without members. */
    public static final Electorate NOBODY = new Electorate(BigInteger.ZERO, 0, Map.of());

    public Electorate {
        measures = Map.copyOf(measures);
    }
}
