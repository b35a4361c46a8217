// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

/**
 * Verifies signatures in the one strict sense that all implementations share. The key is taken as admissible;
 * {@link #strict()} asks for that, too.
 *
 * <ul>
 *   <li>Ed25519: 64 bytes, S below the order, R not the identity, and the equation without cofactor.
 *   <li>Passkeys: ECDSA on P-256 with SHA-256, in strict DER, with a high s or a low one.
 *   <li>Wallets: 65 bytes r, s and v over the Keccak hash of the message, a low s, v 27 or 28.
 * </ul>
 */
public interface Verifier {
    /** Says whether the signature is the key's signature over the message, in the way in which the key signs. */
    boolean verify(PublicKey key, byte[] message, byte[] signature);

    /** Names the implementation, for logs and measurements. */
    String name();

    /** Gives a verifier that also refuses keys that are not admissible, for keys that nobody has registered. */
    default Verifier strict() {
        var inner = this;
        return new Verifier() {
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
