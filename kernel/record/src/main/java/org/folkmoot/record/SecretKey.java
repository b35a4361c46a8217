// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.random.RandomGenerator;

/** An Ed25519 key that signs. It never shows its seed by accident; only {@link #seed()} gives it away. */
public final class SecretKey implements SigningKey {
    private final byte[] seed;
    private final PublicKey publicKey;
    private final Signer signer;

    /** Makes the key of a seed. */
    public SecretKey(byte[] seed) {
        if (seed.length != SIZE) throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.length);
        this.seed = seed.clone();
        this.publicKey = new PublicKey(Ed25519.publicKey(this.seed));
        this.signer = Ed25519.signer(this.seed);
    }

    /** Makes a key of the generator's next 32 bytes: a SecureRandom, except where a test wants the same keys again. */
    public static SecretKey generate(RandomGenerator random) {
        var seed = new byte[SIZE];
        random.nextBytes(seed);
        return new SecretKey(seed);
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] seed() {
        return seed.clone();
    }

    @Override
    public byte[] prove(Act act, byte[] payload) {
        return sign(Pae.encode(Act.MEDIA_TYPE, payload));
    }

    /** Signs a message. */
    public byte[] sign(byte[] message) {
        return signer.sign(message);
    }

    @Override
    public String toString() {
        return "secret key of " + publicKey.did();
    }
}
