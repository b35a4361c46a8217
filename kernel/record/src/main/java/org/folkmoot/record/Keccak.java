// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** The hash of the chains whose wallets sign here: Keccak-256 as it was before it became SHA-3. */
public final class Keccak {
    private static final int BITS = 256;

    private Keccak() {}

    /** The hash of some bytes. */
    public static byte[] of(byte[] bytes) {
        var digest = new KeccakDigest(BITS);
        digest.update(bytes, 0, bytes.length);
        var hash = new byte[BITS / Byte.SIZE];
        digest.doFinal(hash, 0);
        return hash;
    }
}
