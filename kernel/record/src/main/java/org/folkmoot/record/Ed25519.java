// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Optional;

/** Picks the implementations of Ed25519 for this machine. */
public final class Ed25519 {
    private static final Optional<AccpVerifier> NATIVE = loadNative();
    private static final Verifier FASTEST =
            NATIVE.<Verifier>map(verifier -> verifier).orElseGet(BouncyVerifier::new);

    private Ed25519() {}

    // Where the library's jar is left out, the class that uses it does not even link.
    private static Optional<AccpVerifier> loadNative() {
        try {
            return AccpVerifier.load();
        } catch (LinkageError _) {
            return Optional.empty();
        }
    }

    /** Gives the fastest verifier that works here. */
    public static Verifier fastest() {
        return FASTEST;
    }

    /** Gives the fastest signer that works here. All make the same signatures. */
    static Signer signer(byte[] seed) {
        return NATIVE.map(accp -> accp.signer(seed)).orElseGet(() -> bouncySigner(seed));
    }

    static Signer bouncySigner(byte[] seed) {
        byte[] key = publicKey(seed);
        return message -> {
            var signature = new byte[org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE];
            org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, key, 0, message, 0, message.length, signature, 0);
            return signature;
        };
    }

    static byte[] publicKey(byte[] seed) {
        var key = new byte[Suite.ED25519.keySize()];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, key, 0);
        return key;
    }
}
