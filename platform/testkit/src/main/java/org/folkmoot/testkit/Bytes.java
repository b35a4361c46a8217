// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.io.ByteArrayOutputStream;

/** Puts byte arrays together. */
final class Bytes {
    static final byte[] NEWLINE = {'\n'};

    private Bytes() {}

    static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) whole.writeBytes(part);
        return whole.toByteArray();
    }
}
