// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Arrays;

/**
 * Writes and reads the base58 of Bitcoin for the bytes of a did:key, which never start with a zero: 34 bytes of an
 * Ed25519 key, or 35 of a P-256 key.
 */
final class Base58 {
    /** 34 bytes that start with 0xed 0x01 lie between 58^46 and 58^47, so they always take 47 digits. */
    static final int ED25519_DIGITS = 47;
    /** 35 bytes that start with 0x80 0x24 lie between 58^47 and 58^48, so they always take 48 digits. */
    static final int P256_DIGITS = 48;

    private static final int LIMBS = 9; // nine 32-bit limbs, the highest first, hold 36 bytes
    private static final int ROOM = 4 * LIMBS;
    private static final int AT_ONCE = 5; // the most digits whose value is an int
    private static final int FIVE_DIGITS = 58 * 58 * 58 * 58 * 58;
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) VALUES[ALPHABET.charAt(i)] = (byte) i;
    }

    private Base58() {}

    /** Writes the bytes as exactly so many digits. */
    static char[] encode(byte[] bytes, int size) {
        var limbs = new int[LIMBS];
        int skip = ROOM - bytes.length;
        for (int i = skip; i < ROOM; i++) limbs[i / 4] = (limbs[i / 4] << 8) | (bytes[i - skip] & 0xff);
        var digits = new char[size];
        for (int i = size; i > 0; ) {
            int five = divide(limbs);
            for (int end = Math.max(0, i - AT_ONCE); i > end; five /= 58) digits[--i] = ALPHABET.charAt(five % 58);
        }
        return digits;
    }

    private static int divide(int[] limbs) {
        long rest = 0;
        for (int i = 0; i < limbs.length; i++) {
            long part = (rest << 32) | (limbs[i] & 0xffffffffL);
            limbs[i] = (int) (part / FIVE_DIGITS);
            rest = part % FIVE_DIGITS;
        }
        return (int) rest;
    }

    /** Reads so many bytes from the digits that start at an offset, of which there must be so many. */
    static byte[] decode(String text, int from, int digits, int size) {
        if (text.length() - from != digits) throw new IllegalArgumentException("not " + digits + " digits of base58");
        var limbs = new int[LIMBS];
        for (int i = from; i < text.length(); ) {
            int five = 0;
            int scale = 1;
            for (int end = Math.min(text.length(), i + AT_ONCE); i < end; i++, scale *= 58)
                five = 58 * five + value(text.charAt(i));
            multiply(limbs, scale, five);
        }
        int skip = ROOM - size;
        // The digits reach further than the bytes: what is left over would be a second spelling.
        if (limbs[0] >>> (8 * (4 - skip)) != 0) throw new IllegalArgumentException("more than " + size + " bytes");
        var bytes = new byte[size];
        for (int i = skip; i < ROOM; i++) bytes[i - skip] = (byte) (limbs[i / 4] >>> (8 * (3 - i % 4)));
        return bytes;
    }

    private static void multiply(int[] limbs, int scale, int carry) {
        long rest = carry;
        for (int i = limbs.length - 1; i >= 0; i--) {
            rest += scale * (limbs[i] & 0xffffffffL);
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
