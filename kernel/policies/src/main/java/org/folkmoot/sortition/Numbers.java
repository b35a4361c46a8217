// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.math.BigInteger;
import java.util.HexFormat;

/**
 * The numbers that follow from a seed: the SHA-256 of seed and counter, as many as are needed, read as bits. A number that
 * is too large is drawn again, so that every one below the bound is exactly as likely as every other.
 */
public final class Numbers {
    private static final int COUNTER_BYTES = 8;

    private final byte[] seed;
    private long counter = 0;
    private BigInteger rest = BigInteger.ZERO;
    private int have = 0;

    /** The numbers of a seed, from the first one. */
    public Numbers(Seed seed) {
        this.seed = HexFormat.of().parseHex(seed.hex());
    }

    /** The next number from 0 and below a bound that is 1 or more. */
    public BigInteger below(BigInteger bound) {
        var bits = bound.subtract(BigInteger.ONE).bitLength();
        if (bits == 0) {
            return BigInteger.ZERO;
        }
        var drawn = bits(bits);
        while (drawn.compareTo(bound) >= 0) {
            drawn = bits(bits);
        }
        return drawn;
    }

    /** The next number from 0 and below a bound that is 1 or more. */
    public int below(int bound) {
        return below(BigInteger.valueOf(bound)).intValueExact();
    }

    // The blocks one behind the other, taken bit by bit from the front.
    private BigInteger bits(int bits) {
        while (have < bits) {
            var block = Digest.of(seed, Digest.bigEndian(counter++, COUNTER_BYTES));
            rest = rest.shiftLeft(Byte.SIZE * block.length).or(new BigInteger(1, block));
            have += Byte.SIZE * block.length;
        }
        have -= bits;
        var drawn = rest.shiftRight(have);
        rest = rest.subtract(drawn.shiftLeft(have));
        return drawn;
    }
}
