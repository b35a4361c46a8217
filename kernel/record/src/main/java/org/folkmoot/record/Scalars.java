// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.math.BigInteger;

/** Whole numbers as the 32 bytes in which curves write them. */
final class Scalars {
    private Scalars() {}

    static byte[] bytes(BigInteger scalar) {
        var bytes = new byte[SigningKey.SIZE];
        byte[] digits = scalar.toByteArray();
        int from = Math.max(0, digits.length - bytes.length);
        System.arraycopy(digits, from, bytes, bytes.length - (digits.length - from), digits.length - from);
        return bytes;
    }
}
