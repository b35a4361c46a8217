// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptTest {
    private static final SecretKey SECRET = new SecretKey(new byte[32]);
    private static final Hash ACT = Hash.parse("11".repeat(32));
    private static final Hash POLL = Hash.parse("22".repeat(32));
    private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

    /** Signed once with OpenSSL. */
    private static final String JSON = "{\"acceptedAt\":\"2026-11-20T10:00:00.000Z\",\"act\":\"" + ACT
            + "\",\"number\":17,\"poll\":\"" + POLL
            + "\",\"signature\":\"v+pwQNpp1SlD1gWuEO7TqLLGicJf2O8Mph/GU2WBKqlopCnNooOtsxJPxxdF9LtuJGJh4YczkN7eTrjs8CY8DQ==\""
            + ",\"signer\":\"did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp\"}";

    static List<Verifier> verifiers() {
        return Verifiers.all();
    }

    @Test
    void aReceiptIsSignedAsAnyOtherToolSignsIt() {
        var receipt = Receipt.sign(SECRET, ACT, POLL, 17, TIME);

        assertThat(receipt.json()).asString(UTF_8).isEqualTo(JSON);
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void aReceiptIsReadAndVerified(Verifier verifier) {
        var receipt = Receipt.read(JSON.getBytes(UTF_8));

        assertThat(receipt).isEqualTo(Receipt.sign(SECRET, ACT, POLL, 17, TIME));
        assertThat(receipt.verify(verifier)).isTrue();
    }

    @Test
    void aReceiptWithAnyOtherContentDoesNotVerify() {
        var receipt = Receipt.sign(SECRET, ACT, POLL, 17, TIME);
        var signature = receipt.signature();
        var signer = receipt.signer();
        var other = SecretKey.generate(new Random(2)).publicKey();
        var verifier = Ed25519.fastest();

        assertThat(new Receipt(POLL, POLL, 17, TIME, signer, signature).verify(verifier))
                .isFalse();
        assertThat(new Receipt(ACT, ACT, 17, TIME, signer, signature).verify(verifier))
                .isFalse();
        assertThat(new Receipt(ACT, POLL, 18, TIME, signer, signature).verify(verifier))
                .isFalse();
        assertThat(new Receipt(ACT, POLL, 17, TIME.plusMillis(1), signer, signature).verify(verifier))
                .isFalse();
        assertThat(new Receipt(ACT, POLL, 17, TIME, other, signature).verify(verifier))
                .isFalse();
        assertThat(new Receipt(ACT, POLL, 17, TIME, signer, new byte[64]).verify(verifier))
                .isFalse();
    }

    @Test
    void unknownMembersAndWrongKindsAreRefused() {
        for (var changed : List.of(
                JSON.replace("\"number\":17", "\"number\":\"17\""),
                JSON.replace("\"number\":17", "\"number\":-1"),
                JSON.replace("\"number\":17,", ""),
                JSON.replace("\"number\":17", "\"number\":17,\"power\":1"),
                JSON.replace(".000Z", "Z"),
                JSON.replace("2026-11-20", "2026-11-31"),
                JSON.replace("DQ==", "DR=="),
                JSON.replace("v+pw", "")))
            assertThatThrownBy(() -> Receipt.read(changed.getBytes(UTF_8)))
                    .as(changed)
                    .isInstanceOf(Malformed.class);
    }
}
