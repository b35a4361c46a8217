// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Arrays;

/** Writes and reads the base58 of Bitcoin for the 34 bytes of a did:key, which never start with a zero. */
final class Base58 {
    static final int BYTES = 34;
    /** 34 bytes that start with 0xed 0x01 lie between 58^46 and 58^47, so they always take 47 digits. */
    static final int DIGITS = 47;

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) VALUES[ALPHABET.charAt(i)] = (byte) i;
    }

    private Base58() {}

    /** Writes the bytes as exactly 47 digits. */
    static char[] encode(byte[] bytes) {
        var limbs = new int[9]; // 34 bytes as a number of nine 32-bit limbs, the highest first
        for (int i = 0; i < BYTES; i++) limbs[(i + 2) / 4] = (limbs[(i + 2) / 4] << 8) | (bytes[i] & 0xff);
        var digits = new char[DIGITS];
        for (int i = DIGITS - 1; i >= 0; i--) digits[i] = ALPHABET.charAt(divide(limbs));
        return digits;
    }

    private static int divide(int[] limbs) {
        long rest = 0;
        for (int i = 0; i < limbs.length; i++) {
            long part = (rest << 32) | (limbs[i] & 0xffffffffL);
            limbs[i] = (int) (part / 58);
            rest = part % 58;
        }
        return (int) rest;
    }

    /** Reads 47 digits from an offset on. */
    static byte[] decode(String text, int from) {
        if (text.length() - from != DIGITS) throw new IllegalArgumentException("not 47 digits of base58");
        var limbs = new int[9];
        for (int i = from; i < text.length(); i++) multiply(limbs, value(text.charAt(i)));
        var bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) bytes[i] = (byte) (limbs[(i + 2) / 4] >>> (8 * (3 - (i + 2) % 4)));
        // 47 digits reach further than 34 bytes: what is left over would be a second spelling.
        if (limbs[0] >>> 16 != 0) throw new IllegalArgumentException("more than 34 bytes");
        return bytes;
    }

    private static void multiply(int[] limbs, int carry) {
        long rest = carry;
        for (int i = limbs.length - 1; i >= 0; i--) {
            rest += 58 * (limbs[i] & 0xffffffffL);
            limbs[i] = (int) rest;
            rest >>>= 32;
        }
    }

    private static int value(char c) {
        int value = c < VALUES.length ? VALUES[c] : -1;
        if (value < 0) throw new IllegalArgumentException("not a digit of base58");
        return value;
    }
}
