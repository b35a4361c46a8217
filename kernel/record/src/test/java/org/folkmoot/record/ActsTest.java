// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActsTest {
    /** Signed once with OpenSSL. */
    private static final String SIGNATURE =
            "uiviPckJG4ScEBJ+6WXTF2g1j/B6GQUBAEf4aaYcDfrsK2zvcjeVmdkMja2loVtb4dGQkSY4O2Kt8ovB/3gSDw==";

    @Test
    void anActIsSignedAsAnyOtherToolSignsIt() {
        var envelope = Acts.sign(ActTest.SECRET, ActTest.ballot());

        assertThat(envelope.payload()).asString(UTF_8).isEqualTo(ActTest.PAYLOAD);
        assertThat(envelope.signature()).asBase64Encoded().isEqualTo(SIGNATURE);
    }

    @Test
    void whatWasSignedIsOpened() {
        var envelope = Acts.sign(ActTest.SECRET, ActTest.ballot());

        for (var verifier : Verifiers.all()) {
            var signed = Acts.open(Envelope.read(envelope.json()), verifier);
            assertThat(signed).isEqualTo(new SignedAct(ActTest.ballot(), envelope));
            assertThat(signed.id()).isEqualTo(ActTest.ballot().id());
        }
    }

    @Test
    void anotherPayloadUnderTheSameSignatureIsRefused() {
        var envelope = Acts.sign(ActTest.SECRET, ActTest.ballot());
        var changed = ActTest.PAYLOAD.replace("\"for\"", "\"against\"").getBytes(UTF_8);

        var forged = new Envelope(changed, "ed25519", envelope.signature());

        for (var verifier : Verifiers.all())
            assertThatThrownBy(() -> Acts.open(forged, verifier)).isInstanceOf(BadSignature.class);
    }

    @Test
    void anotherKeyInThePayloadIsRefused() {
        var envelope = Acts.sign(ActTest.SECRET, ActTest.ballot());
        var other = SecretKey.generate(new Random(2)).publicKey().did();
        var changed = ActTest.PAYLOAD.replace(ActTest.SECRET.publicKey().did(), other);

        var forged = new Envelope(changed.getBytes(UTF_8), "ed25519", envelope.signature());

        assertThatThrownBy(() -> Acts.open(forged, Ed25519.fastest())).isInstanceOf(BadSignature.class);
    }

    @Test
    void aSignatureOverThePayloadAloneIsRefused() {
        var payload = ActTest.ballot().payload();

        var bare = new Envelope(payload, "ed25519", ActTest.SECRET.sign(payload));

        assertThatThrownBy(() -> Acts.open(bare, Ed25519.fastest())).isInstanceOf(BadSignature.class);
    }

    @Test
    void aSignatureUnderAnotherMediaTypeIsRefused() {
        var payload = ActTest.ballot().payload();

        var receipt = new Envelope(payload, "ed25519", ActTest.SECRET.sign(Pae.encode(Receipt.MEDIA_TYPE, payload)));

        assertThatThrownBy(() -> Acts.open(receipt, Ed25519.fastest())).isInstanceOf(BadSignature.class);
    }

    @Test
    void aSignedPayloadThatIsNotCanonicalIsRefused() {
        var payload = (ActTest.PAYLOAD + " ").getBytes(UTF_8);
        var signature = ActTest.SECRET.sign(Pae.encode(Act.MEDIA_TYPE, payload));

        assertThatThrownBy(() -> Acts.open(new Envelope(payload, "ed25519", signature), Ed25519.fastest()))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void nobodySignsUnderAnothersKey() {
        var secret = SecretKey.generate(new Random(2));

        assertThatThrownBy(() -> Acts.sign(secret, ActTest.ballot())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheCallerRefusesIsNotVerified() {
        var verified = new AtomicInteger();
        var counting = new Verifier() {
            @Override
            public boolean verify(PublicKey key, byte[] message, byte[] signature) {
                return verified.incrementAndGet() > 0;
            }

            @Override
            public String name() {
                return "counting";
            }
        };
        var envelope = Acts.sign(ActTest.SECRET, ActTest.ballot());

        assertThatThrownBy(() -> Acts.open(envelope, ActsTest::refuse, counting))
                .isInstanceOf(ArithmeticException.class);

        assertThat(verified).hasValue(0);
    }

    private static void refuse(Act act) {
        throw new ArithmeticException("the caller's own refusal of " + act.type());
    }
}
