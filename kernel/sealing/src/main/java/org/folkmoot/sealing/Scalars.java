// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.folkmoot.record.Hash;

/** Numbers below the order of the curve: what is secret, and what is computed from it. */
public final class Scalars {
    /** How many bytes a number has. */
    public static final int SIZE = 32;

    static final BigInteger ORDER = Point.CURVE.getN();

    private static final int WIDE = 48;

    private Scalars() {}

    /** Reads a number below the order from 32 bytes, the highest first, or throws {@link SealingRefused}. */
    public static BigInteger decode(byte[] bytes) {
        if (bytes.length != SIZE) throw new SealingRefused("A number has 32 bytes, not " + bytes.length + ".");
        var number = new BigInteger(1, bytes);
        if (number.compareTo(ORDER) >= 0) throw new SealingRefused("A number is not below the order of the curve.");
        return number;
    }

    /** Writes a number as 32 bytes, the highest first. */
    public static byte[] encode(BigInteger number) {
        byte[] magnitude = number.toByteArray();
        var bytes = new byte[SIZE];
        int size = Math.min(SIZE, magnitude.length);
        System.arraycopy(magnitude, magnitude.length - size, bytes, SIZE - size, size);
        return bytes;
    }

    /** Takes a number other than 0 from a generator: a SecureRandom, except where a test wants the same numbers again. */
    public static BigInteger random(RandomGenerator random) {
        var bytes = new byte[SIZE];
        while (true) {
            random.nextBytes(bytes);
            var number = new BigInteger(1, bytes);
            if (number.signum() > 0 && number.compareTo(ORDER) < 0) return number;
        }
    }

    /** The number that a text stands for in COCKTAIL(P-256, SHA-256): 48 bytes of hashes, reduced. */
    static BigInteger hash(byte[] input) {
        byte[] first = Hash.of(new byte[] {1}, input).bytes();
        byte[] second = Hash.of(new byte[] {2}, input).bytes();
        var wide = Arrays.copyOf(first, WIDE);
        System.arraycopy(second, 0, wide, SIZE, WIDE - SIZE);
        return new BigInteger(1, wide).mod(ORDER);
    }
}
