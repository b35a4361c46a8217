// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.credentials;

import java.math.BigInteger;

/** Reads the base58 of Bitcoin for the 64 bytes of a signature. */
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    private static final int LONGEST = 88;

    private Base58() {}

    /** So many bytes; a leading 1 is a leading zero. */
    static byte[] decode(String text, int size) {
        if (text.length() > LONGEST) throw CredentialRefused.malformed("It is too long for base58 of a signature.");
        var number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) throw CredentialRefused.malformed("It is not base58.");
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
            if (digit == 0 && zeros == i) zeros++;
        }
        var bytes = new byte[size];
        int length = (number.bitLength() + 7) / 8;
        if (length + zeros != size) throw CredentialRefused.malformed("It is not " + size + " bytes.");
        var big = number.toByteArray();
        System.arraycopy(big, big.length - length, bytes, size - length, length);
        return bytes;
    }
}
