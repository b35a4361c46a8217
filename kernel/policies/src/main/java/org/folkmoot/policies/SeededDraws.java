// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * The numbers that follow from a seed by the linear congruential generator of {@code java.util.Random}, in whole numbers.
 *
 * <p>It is here because published counts drew their lots with it. Who knows the seed knows the lots: a draw that nobody
 * can foresee is made by {@code org.folkmoot.sortition}.
 */
final class SeededDraws {
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long MASK = (1L << 48) - 1;
    private static final int LOW_BITS = 27;
    private static final int HIGH_BITS = 26;
    private static final int ALL_BITS = 31;

    private long state;

    SeededDraws(long seed) {
        state = (seed ^ MULTIPLIER) & MASK;
    }

    private int next(int bits) {
        state = (state * MULTIPLIER + 0xBL) & MASK;
        return (int) (state >>> (48 - bits));
    }

    /** A place in a list of this size: the size times a fraction with 53 binary digits, rounded down. */
    int place(int size) {
        var fraction = ((long) next(HIGH_BITS) << LOW_BITS) + next(LOW_BITS);
        return BigInteger.valueOf(fraction)
                .multiply(BigInteger.valueOf(size))
                .shiftRight(HIGH_BITS + LOW_BITS)
                .intValueExact();
    }

    /** Shuffles a list from its end, each place with one at or before it. */
    void shuffle(List<String> names) {
        for (var size = names.size(); size > 1; size--) {
            Collections.swap(names, size - 1, below(size));
        }
    }

    private int below(int bound) {
        var bits = next(ALL_BITS);
        if ((bound & -bound) == bound) {
            return (int) ((bound * (long) bits) >> ALL_BITS);
        }
        var value = bits % bound;
        // What lies in the last, incomplete part of the range is drawn again.
        while (bits - value + (bound - 1) < 0) {
            bits = next(ALL_BITS);
            value = bits % bound;
        }
        return value;
    }
}
