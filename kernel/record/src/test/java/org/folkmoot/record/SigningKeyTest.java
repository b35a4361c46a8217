// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of key, its signatures checked by every verifier that there is on this machine. */
class SigningKeyTest {
    private static final String ORIGIN = "https://moot.example.org";
    private static final PasskeyRules RULES = new PasskeyRules(List.of(ORIGIN), List.of("example.org"), true);
    private static final Hash COMMUNITY = Hash.of("community".getBytes(UTF_8));

    static Stream<SigningKey> keys() {
        var random = new Random(17);
        return Stream.of(
                SecretKey.generate(random),
                WalletKey.generate(random),
                PasskeyKey.generate(random, ORIGIN, "example.org"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whatAKeySignsIsVerifiedByAll(SigningKey key) {
        var envelope = Acts.sign(key, act(key));

        for (var verifier : Verifiers.all()) {
            assertThat(Acts.open(Envelope.read(envelope.json()), verifier).act())
                    .as(verifier.name())
                    .isEqualTo(act(key));
        }
        envelope.check(RULES);
        assertThat(Acts.sign(key, act(key))).as("always the same signature").isEqualTo(envelope);
        assertThat(key.publicKey().admissible()).isTrue();
        assertThat(PublicKey.parse(key.publicKey().did())).isEqualTo(key.publicKey());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void anySingleChangedByteOfThePayloadIsNoticed(SigningKey key) {
        var good = Acts.sign(key, act(key));
        var other = Acts.sign(key, Act.draft(COMMUNITY, key.publicKey(), "ballot.cast/1", COMMUNITY, body("no"), 7, 9));
        var forged = new Envelope(other.payload(), good.suite(), good.signature());

        for (var verifier : Verifiers.all()) {
            assertThatThrownBy(() -> Acts.open(forged, verifier))
                    .as(verifier.name())
                    .isInstanceOfAny(BadSignature.class, PasskeyRefused.class);
        }
    }

    @Test
    void aWalletsTwinWithAHighSIsRefused() {
        var key = WalletKey.generate(new Random(3));
        var good = Acts.sign(key, act(key));
        byte[] twin = good.signature();
        var s = Secp256k1.ORDER.subtract(new java.math.BigInteger(1, twin, 32, 32));
        System.arraycopy(Scalars.bytes(s), 0, twin, 32, 32);
        twin[64] = (byte) (twin[64] == 27 ? 28 : 27);

        for (var verifier : Verifiers.all()) {
            assertThatThrownBy(() -> Acts.open(new Envelope(good.payload(), good.suite(), twin), verifier))
                    .isInstanceOf(BadSignature.class);
        }
    }

    @Test
    void aWalletsRecoveryNumberIs27Or28() {
        var key = WalletKey.generate(new Random(4));
        var good = Acts.sign(key, act(key));
        for (byte v : new byte[] {0, 1, 26, 29, 37}) {
            byte[] other = good.signature();
            other[64] = v;
            assertThatThrownBy(() -> Acts.open(
                            new Envelope(good.payload(), good.suite(), other),
                            Verifiers.all().getFirst()))
                    .isInstanceOf(BadSignature.class);
        }
    }

    @Test
    void aPasskeyOfAnotherPlaceOrMomentIsNamed() {
        assertThat(refusal("https://evil.example", "example.org")).isEqualTo("origin");
        assertThat(refusal(ORIGIN, "evil.example")).isEqualTo("rpIdHash");
        var key = PasskeyKey.generate(new Random(5), ORIGIN, "example.org");
        var answer = Assertion.read(Acts.sign(key, act(key)).signature());
        assertThat(refusal(answer, 0, "webauthn.get", false)).isEqualTo("userPresent");
        assertThat(refusal(answer, 5, "webauthn.create", false)).isEqualTo("type");
        assertThat(refusal(answer, 5, "webauthn.get", true)).isEqualTo("crossOrigin");
        assertThatThrownBy(() -> answer.proves(
                        key.publicKey(), new byte[32], Verifiers.all().getFirst()))
                .isInstanceOfSatisfying(
                        PasskeyRefused.class, e -> assertThat(e.field()).isEqualTo("challenge"));
        assertThatThrownBy(() -> flagged(answer, 1).check(RULES))
                .isInstanceOfSatisfying(
                        PasskeyRefused.class, e -> assertThat(e.field()).isEqualTo("userVerified"));
        flagged(answer, 1).check(new PasskeyRules(List.of(ORIGIN), List.of("example.org"), false));
    }

    private static Assertion flagged(Assertion answer, int flags) {
        byte[] data = answer.authenticatorData();
        data[32] = (byte) flags;
        return new Assertion(data, answer.clientData(), answer.signature());
    }

    /** The same answer to a challenge of zeros, with these flags, this type and from that frame. */
    private static String refusal(Assertion answer, int flags, String type, boolean crossOrigin) {
        var challenge = new byte[32];
        var client = Json.object(Map.of(
                        "type", type,
                        "challenge",
                                java.util.Base64.getUrlEncoder()
                                        .withoutPadding()
                                        .encodeToString(challenge),
                        "origin", ORIGIN,
                        "crossOrigin", crossOrigin))
                .canonical();
        var changed = new Assertion(flagged(answer, flags).authenticatorData(), client, answer.signature());
        var key = PasskeyKey.generate(new Random(5), ORIGIN, "example.org");
        try {
            changed.proves(key.publicKey(), challenge, Verifiers.all().getFirst());
            return "";
        } catch (PasskeyRefused e) {
            return e.field();
        }
    }

    private static String refusal(String origin, String rpId) {
        var key = PasskeyKey.generate(new Random(6), origin, rpId);
        try {
            Acts.sign(key, act(key)).check(RULES);
            return "";
        } catch (PasskeyRefused e) {
            return e.field();
        }
    }

    private static Act act(SigningKey key) {
        return Act.draft(COMMUNITY, key.publicKey(), "ballot.cast/1", COMMUNITY, body("yes"), 7, 9);
    }

    private static Json.Obj body(String choice) {
        return Json.object(Map.of("choice", choice));
    }
}
