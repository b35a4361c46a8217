// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over parts, each with its length before it, so that no two lists of parts are hashed alike. */
final class Digest {
    private static final int LENGTH_BYTES = 4;

    private Digest() {}

    static byte[] of(byte[]... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                sha256.update(bigEndian(part.length, LENGTH_BYTES));
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static byte[] bigEndian(long number, int length) {
        var bytes = new byte[length];
        for (var place = 0; place < length; place++) {
            bytes[place] = (byte) (number >>> (Byte.SIZE * (length - 1 - place)));
        }
        return bytes;
    }
}
