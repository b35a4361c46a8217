// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures that the holder of a key can make so that the verifiers of the world disagree about them. */
class Ed25519ForgeryTest {
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final byte[] IDENTITY = hex("01" + "00".repeat(31));
    private static final byte[] POINT_OF_ORDER_2 = hex("ec" + "ff".repeat(30) + "7f");
    private static final byte[] MESSAGE = "a ballot".getBytes(UTF_8);
    private static final SecretKey SECRET = new SecretKey(new byte[32]);

    static List<Verifier> verifiers() {
        return Verifiers.all();
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void theIdentityAsRIsRefused(Verifier verifier) {
        assertThat(verifier.verify(SECRET.publicKey(), MESSAGE, signatureWith(IDENTITY)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void anRThatOnlyTheCofactorForgivesIsRefused(Verifier verifier) {
        var forged = signatureWith(POINT_OF_ORDER_2);

        // Bouncy Castle alone would let it pass, so this shows that the forgery is a good one.
        assertThat(org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        forged, 0, SECRET.publicKey().bytes(), 0, MESSAGE, 0, MESSAGE.length))
                .isTrue();
        assertThat(verifier.verify(SECRET.publicKey(), MESSAGE, forged)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void anSThatIsNotBelowTheOrderIsRefused(Verifier verifier) {
        var signature = SECRET.sign(MESSAGE);
        var s = little(Arrays.copyOfRange(signature, 32, 64));

        var twin = signature.clone();
        System.arraycopy(little(s.add(ORDER)), 0, twin, 32, 32);

        assertThat(verifier.verify(SECRET.publicKey(), MESSAGE, signature)).isTrue();
        assertThat(verifier.verify(SECRET.publicKey(), MESSAGE, twin)).isFalse();
    }

    /** Makes S = k·a for an R that adds nothing, or nothing that the cofactor leaves. */
    private static byte[] signatureWith(byte[] r) {
        var secret = Arrays.copyOf(sha512(SECRET.seed()), 32);
        secret[0] &= (byte) 0xf8;
        secret[31] = (byte) ((secret[31] & 0x7f) | 0x40);
        var k = little(sha512(r, SECRET.publicKey().bytes(), MESSAGE)).mod(ORDER);
        var signature = Arrays.copyOf(r, 64);
        System.arraycopy(little(k.multiply(little(secret)).mod(ORDER)), 0, signature, 32, 32);
        return signature;
    }

    private static BigInteger little(byte[] bytes) {
        return new BigInteger(1, reversed(bytes));
    }

    private static byte[] little(BigInteger number) {
        var big = new byte[32];
        var bytes = number.toByteArray();
        int skip = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, skip, big, 32 - bytes.length + skip, bytes.length - skip);
        return reversed(big);
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) reversed[i] = bytes[bytes.length - 1 - i];
        return reversed;
    }

    private static byte[] sha512(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
