// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;

/** The key and the nonce for one share on its way from one trustee to another. */
@SuppressWarnings("ArrayRecordComponent") // never leaves the package, never compared
record Lock(byte[] key, byte[] nonce) {
    private static final int NONCE = 24;

    /**
     * Derives them from what sender and receiver alone can compute.
     *
     * @param keys the sender's key for this once, the sender's own and the receiver's
     */
    static Lock of(Point once, Point own, List<Point> keys, byte[] context) {
        byte[] material = Hash.of(new Bytes()
                        .put("COCKTAIL-DKG-P256-SHA256-H6")
                        .put(once)
                        .put(own)
                        .put(keys)
                        .low8(context.length)
                        .put(context)
                        .all())
                .bytes();
        var key = Hash.of(new Bytes().put("COCKTAIL-derive-key").put(material).all());
        var nonce =
                Hash.of(new Bytes().put("COCKTAIL-derive-nonce").put(material).all());
        return new Lock(key.bytes(), Arrays.copyOf(nonce.bytes(), NONCE));
    }

    byte[] seal(byte[] share) {
        return Aes.seal(key, nonce, share, new byte[0]);
    }

    Optional<byte[]> open(byte[] sealed) {
        return Aes.open(key, nonce, sealed, new byte[0]);
    }
}
