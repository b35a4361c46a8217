// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * The key of a wallet in software. It signs the typed data that a wallet in a browser or in hardware shows and signs, with
 * the nonce of RFC 6979, so that the same act always has the same signature.
 */
public final class WalletKey implements SigningKey {
    private final BigInteger secret;
    private final PublicKey publicKey;

    /** Makes the key of a secret scalar: 32 bytes between zero and the order of the curve, both left out. */
    public WalletKey(byte[] seed) {
        if (seed.length != SIZE) throw new IllegalArgumentException("a wallet's secret has 32 bytes");
        secret = new BigInteger(1, seed);
        if (!Secp256k1.inRange(secret)) throw new IllegalArgumentException("not a secret of a wallet");
        publicKey = new PublicKey(Secp256k1.address(Secp256k1.publicKey(secret)));
    }

    /** Makes a key of the generator's next bytes. */
    public static WalletKey generate(RandomGenerator random) {
        var seed = new byte[SIZE];
        do random.nextBytes(seed);
        while (!Secp256k1.inRange(new BigInteger(1, seed)));
        return new WalletKey(seed);
    }

    @Override
    public PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public byte[] seed() {
        return Scalars.bytes(secret);
    }

    @Override
    public byte[] prove(Act act, byte[] payload) {
        return sign(Keccak.of(WalletText.encode(act, payload)));
    }

    byte[] sign(byte[] digest) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, new ECDomainParameters(Secp256k1.CURVE)));
        var scalars = signer.generateSignature(digest);
        var s = scalars[1].compareTo(Secp256k1.HALF) > 0 ? Secp256k1.ORDER.subtract(scalars[1]) : scalars[1];
        var signature = Arrays.copyOf(Scalars.bytes(scalars[0]), Secp256k1.SIGNATURE_SIZE);
        System.arraycopy(Scalars.bytes(s), 0, signature, SIZE, SIZE);
        for (byte v = 27; v <= 28; v++) {
            signature[Secp256k1.SIGNATURE_SIZE - 1] = v;
            if (Secp256k1.recover(digest, signature)
                    .filter(address -> Arrays.equals(address, publicKey.bytes()))
                    .isPresent()) return signature;
        }
        throw new IllegalStateException("a signature from which its wallet is not recovered");
    }

    @Override
    public String toString() {
        return "secret key of " + publicKey.did();
    }
}
