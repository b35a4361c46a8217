// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/**
 * A passkey in software. It answers as an authenticator behind a browser does at one place, after the person was there and
 * was recognised.
 *
 * @see Assertion
 */
public final class PasskeyKey implements SigningKey {
    private static final byte PRESENT_AND_VERIFIED = 1 | 1 << 2;

    private final BigInteger secret;
    private final PublicKey publicKey;
    private final String origin;
    private final String rpId;

    /**
     * Makes the passkey of a secret scalar of P-256.
     *
     * @param origin where the browser is, such as {@code https://moot.example.org}
     * @param rpId the domain to which the passkey is bound
     */
    public PasskeyKey(byte[] seed, String origin, String rpId) {
        if (seed.length != SIZE) throw new IllegalArgumentException("a passkey's secret has 32 bytes");
        secret = new BigInteger(1, seed);
        if (!inRange(secret)) throw new IllegalArgumentException("not a secret of a passkey");
        publicKey =
                new PublicKey(P256.DOMAIN.getG().multiply(secret).normalize().getEncoded(true));
        this.origin = origin;
        this.rpId = rpId;
    }

    /** Makes a passkey of the generator's next bytes. */
    public static PasskeyKey generate(RandomGenerator random, String origin, String rpId) {
        var seed = new byte[SIZE];
        do random.nextBytes(seed);
        while (!inRange(new BigInteger(1, seed)));
        return new PasskeyKey(seed, origin, rpId);
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
        return answer(Hash.of(Pae.encode(Act.MEDIA_TYPE, payload)).bytes()).bytes();
    }

    /** Where the browser is in which it answers. */
    public String origin() {
        return origin;
    }

    /** The domain to which it is bound. */
    public String rpId() {
        return rpId;
    }

    Assertion answer(byte[] challenge) {
        var data = ByteBuffer.allocate(Hash.SIZE + 1 + Integer.BYTES)
                .put(Hash.of(rpId.getBytes(UTF_8)).bytes())
                .put(PRESENT_AND_VERIFIED)
                .putInt(0)
                .array();
        var client = Json.object(Map.of(
                        "challenge",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(challenge),
                        "crossOrigin",
                        false,
                        "origin",
                        origin,
                        "type",
                        "webauthn.get"))
                .canonical();
        var signed = ByteBuffer.allocate(data.length + Hash.SIZE)
                .put(data)
                .put(Hash.of(client).bytes())
                .array();
        return new Assertion(data, client, sign(signed));
    }

    private byte[] sign(byte[] message) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(secret, P256.DOMAIN));
        var scalars = signer.generateSignature(Hash.of(message).bytes());
        byte[] r = scalars[0].toByteArray();
        byte[] s = scalars[1].toByteArray();
        var der = new ByteArrayOutputStream();
        der.write(0x30);
        der.write(4 + r.length + s.length);
        der.write(2);
        der.write(r.length);
        der.writeBytes(r);
        der.write(2);
        der.write(s.length);
        der.writeBytes(s);
        return der.toByteArray();
    }

    private static boolean inRange(BigInteger scalar) {
        return scalar.signum() > 0 && scalar.compareTo(P256.DOMAIN.getN()) < 0;
    }

    @Override
    public String toString() {
        return "secret key of " + publicKey.did();
    }
}
