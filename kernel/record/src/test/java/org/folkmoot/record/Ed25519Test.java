// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Ed25519Test {
    /** RFC 8032, section 7.1: seed, public key, message, signature. */
    private static final List<List<String>> RFC_8032 = List.of(
            List.of(
                    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                    "",
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
            List.of(
                    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                    "72",
                    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
            List.of(
                    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                    "af82",
                    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
            List.of(
                    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                            + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"));

    static List<Verifier> verifiers() {
        return Verifiers.all();
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void thePublishedSignaturesAreAccepted(Verifier verifier) {
        for (var vector : RFC_8032)
            assertThat(verifier.strict().verify(key(vector.get(1)), hex(vector.get(2)), hex(vector.get(3))))
                    .isTrue();
    }

    @Test
    void thePublishedSignaturesAreMade() {
        for (var vector : RFC_8032) {
            var secret = new SecretKey(hex(vector.get(0)));
            assertThat(secret.publicKey()).isEqualTo(key(vector.get(1)));
            assertThat(secret.sign(hex(vector.get(2)))).isEqualTo(hex(vector.get(3)));
            assertThat(Ed25519.bouncySigner(hex(vector.get(0))).sign(hex(vector.get(2))))
                    .isEqualTo(hex(vector.get(3)));
        }
    }

    @Test
    void bothSignersMakeTheSameSignaturesSeed8032() {
        var random = new Random(8032);

        for (int i = 0; i < 200; i++) {
            var secret = SecretKey.generate(random);
            var message = new byte[random.nextInt(300)];
            random.nextBytes(message);
            assertThat(secret.sign(message))
                    .isEqualTo(Ed25519.bouncySigner(secret.seed()).sign(message));
        }
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void anyChangedBitOfTheSignatureIsRefused(Verifier verifier) {
        var secret = new SecretKey(new byte[32]);
        var message = "a ballot".getBytes(UTF_8);
        var signature = secret.sign(message);

        for (int bit = 0; bit < 512; bit++) {
            var changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verifier.verify(secret.publicKey(), message, changed)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void signaturesOfOtherLengthsAreRefused(Verifier verifier) {
        var secret = new SecretKey(new byte[32]);
        var signature = secret.sign(new byte[0]);

        for (int size : new int[] {0, 1, 32, 63, 65, 128})
            assertThat(verifier.verify(secret.publicKey(), new byte[0], Arrays.copyOf(signature, size)))
                    .isFalse();
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void aVerifierServesManyThreadsAtOnceSeed1(Verifier verifier) {
        var random = new Random(1);
        var secrets =
                IntStream.range(0, 64).mapToObj(_ -> SecretKey.generate(random)).toList();

        var wrong = IntStream.range(0, 4_000)
                .parallel()
                .filter(i -> {
                    var message = Integer.toString(i).getBytes(UTF_8);
                    var secret = secrets.get(i % 64);
                    boolean own = verifier.verify(secret.publicKey(), message, secret.sign(message));
                    boolean other =
                            verifier.verify(secrets.get((i + 1) % 64).publicKey(), message, secret.sign(message));
                    return !own || other;
                })
                .count();

        assertThat(wrong).isZero();
    }

    @Test
    void theNativeLibraryNeedsNoFlagWhereThereIsOne() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "there is no native library for this machine");

        System.clearProperty("com.amazon.corretto.crypto.provider.registerEdKeyFactory");
        var secret = new SecretKey(new byte[32]);

        var verifier = AccpVerifier.load().orElseThrow();

        assertThat(verifier.verify(secret.publicKey(), new byte[1], secret.sign(new byte[1])))
                .isTrue();
        assertThat(Ed25519.fastest().name()).isEqualTo("ACCP");
    }

    @Test
    void aSecretKeyDoesNotShowItsSeed() {
        assertThat(new SecretKey(new byte[32]))
                .hasToString("secret key of did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp");
    }

    @Test
    void aSeedHas32Bytes() {
        assertThatThrownBy(() -> new SecretKey(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SecretKey(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    private static PublicKey key(String hex) {
        return new PublicKey(hex(hex));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
