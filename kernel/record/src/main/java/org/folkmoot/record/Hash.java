// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest: the name of a community, a member, an act or any other document. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Hash(byte[] bytes) implements Comparable<Hash> {
    /** How many bytes a hash has. */
    public static final int SIZE = 32;

    /** The hash that names nothing: the community and the subject of a founding act. */
    public static final Hash ZERO = new Hash(new byte[SIZE]);

    public Hash {
        if (bytes.length != SIZE) throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        bytes = bytes.clone();
    }

    /** Computes the SHA-256 of the parts, one after the other. */
    public static Hash of(byte[]... parts) {
        var digest = sha256();
        for (byte[] part : parts) digest.update(part);
        return new Hash(digest.digest());
    }

    /** Reads 64 lower-case hexadecimal digits, and nothing else. */
    public static Hash parse(String hex) {
        if (hex.length() != 2 * SIZE) throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
        var bytes = new byte[SIZE];
        for (int i = 0; i < SIZE; i++)
            bytes[i] = (byte) ((digit(hex.charAt(2 * i)) << 4) | digit(hex.charAt(2 * i + 1)));
        return new Hash(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the hash as 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        throw new IllegalArgumentException("a hash is written with the digits 0-9 and a-f");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
