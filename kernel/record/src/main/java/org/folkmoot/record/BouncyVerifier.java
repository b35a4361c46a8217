// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;
import static org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull;

/** Verifies in pure Java, on any machine. */
public final class BouncyVerifier implements Ed25519Verifier {
    @Override
    public boolean verify(PublicKey key, byte[] message, byte[] signature) {
        // Bouncy Castle multiplies by the cofactor, which forgives a torsion part in R. An R of prime order has none;
        // the same check refuses the identity and second spellings.
        return signature.length == SIGNATURE_SIZE
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, key.bytes(), 0, message, 0, message.length)
                && validatePublicKeyFull(signature, 0);
    }

    @Override
    public String name() {
        return "Bouncy Castle";
    }
}
