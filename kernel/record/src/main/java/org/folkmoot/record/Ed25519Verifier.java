// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/**
 * Verifies Ed25519 signatures in the one strict sense that all implementations share: 64 bytes, S below the order, R not
 * the identity, and the equation without cofactor. The key is taken as admissible; {@link #strict()} asks for that, too.
 */
public interface Ed25519Verifier {
    /** Says whether the signature is the key's signature over the message. */
    boolean verify(PublicKey key, byte[] message, byte[] signature);

    /** Names the implementation, for logs and measurements. */
    String name();

    /** Gives a verifier that also refuses keys that are not admissible, for keys that nobody has registered. */
    default Ed25519Verifier strict() {
        var inner = this;
        return new Ed25519Verifier() {
            @Override
            public boolean verify(PublicKey key, byte[] message, byte[] signature) {
                return key.admissible() && inner.verify(key, message, signature);
            }

            @Override
            public String name() {
                return inner.name() + " strict";
            }
        };
    }
}
