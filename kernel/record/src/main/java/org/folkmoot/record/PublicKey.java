// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Arrays;

/** An Ed25519 public key, written as a did:key. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record PublicKey(byte[] bytes) {
    /** How many bytes a key has. */
    public static final int SIZE = 32;

    private static final String METHOD = "did:key:z";

    public PublicKey {
        if (bytes.length != SIZE) throw new IllegalArgumentException("a key has 32 bytes, not " + bytes.length);
        bytes = bytes.clone();
    }

    /** Reads a did:key of an Ed25519 key. Whether the key may sign is {@link #admissible()}'s question. */
    public static PublicKey parse(String did) {
        if (!did.startsWith(METHOD)) throw new IllegalArgumentException("not a did:key in base58btc");
        byte[] coded = Base58.decode(did, METHOD.length());
        if (coded[0] != (byte) 0xed || coded[1] != 1) throw new IllegalArgumentException("not an Ed25519 key");
        return new PublicKey(Arrays.copyOfRange(coded, 2, coded.length));
    }

    /** Writes the key as did:key. */
    public String did() {
        var coded = new byte[Base58.BYTES];
        coded[0] = (byte) 0xed;
        coded[1] = 1;
        System.arraycopy(bytes, 0, coded, 2, SIZE);
        return METHOD + new String(Base58.encode(coded));
    }

    /**
     * Says whether every verifier in the world agrees about this key's signatures: canonical, of prime order, not the
     * identity. It costs twice a verification, so it is asked once, when the key is registered.
     */
    public boolean admissible() {
        return org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(bytes, 0);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return did();
    }
}
