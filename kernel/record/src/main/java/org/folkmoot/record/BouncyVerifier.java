// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull;

import java.util.Arrays;

/** Verifies in pure Java, on any machine. */
public final class BouncyVerifier implements Verifier {
    @Override
    public boolean verify(PublicKey key, byte[] message, byte[] signature) {
        return switch (key.suite()) {
            case ED25519 -> ed25519(key, message, signature);
            case WEBAUTHN_ES256 -> P256.verify(key.bytes(), message, signature);
            case EIP712 -> wallet(key, message, signature);
        };
    }

    private static boolean ed25519(PublicKey key, byte[] message, byte[] signature) {
        // Bouncy Castle multiplies by the cofactor, which forgives a torsion part in R. An R of prime order has none;
        // the same check refuses the identity and second spellings.
        return signature.length == SIGNATURE_SIZE
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, key.bytes(), 0, message, 0, message.length)
                && validatePublicKeyFull(signature, 0);
    }

    static boolean wallet(PublicKey key, byte[] message, byte[] signature) {
        return Secp256k1.recover(Keccak.of(message), signature)
                .filter(signer -> Arrays.equals(signer, key.bytes()))
                .isPresent();
    }

    @Override
    public String name() {
        return "Bouncy Castle";
    }
}
