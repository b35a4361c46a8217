// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.nio.charset.StandardCharsets;

/** Puts a type and a body together so that no other pair gives the same bytes: the DSSE v1 pre-authentication encoding. */
public final class Pae {
    private static final byte[] START = "DSSEv1 ".getBytes(StandardCharsets.US_ASCII);

    private Pae() {}

    /** Writes the bytes that are signed for a body of this type. */
    public static byte[] encode(String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.UTF_8);
        byte[] nameSize = size(name);
        byte[] bodySize = size(body);
        var out = new byte[START.length + nameSize.length + name.length + bodySize.length + body.length + 3];
        int at = put(START, out, 0);
        at = put(nameSize, out, at);
        out[at++] = ' ';
        at = put(name, out, at);
        out[at++] = ' ';
        at = put(bodySize, out, at);
        out[at++] = ' ';
        put(body, out, at);
        return out;
    }

    private static byte[] size(byte[] bytes) {
        return Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII);
    }

    private static int put(byte[] from, byte[] to, int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }
}
