// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.record.Receipt.Place;
import org.folkmoot.record.Receipt.Promise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
    private static final SecretKey SECRET = new SecretKey(new byte[32]);
    private static final Hash ACT = Hash.parse("11".repeat(32));
    private static final Hash POLL = Hash.parse("22".repeat(32));
    private static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");
    private static final Promise PROMISE = new Promise(ACT, POLL, 17, TIME);

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
        var receipt = Receipt.sign(SECRET, PROMISE);

        assertThat(receipt.json()).asString(UTF_8).isEqualTo(JSON);
    }

    @ParameterizedTest
    @MethodSource("verifiers")
    void aReceiptIsReadAndVerified(Verifier verifier) {
        var receipt = Receipt.read(JSON.getBytes(UTF_8));

        assertThat(receipt).isEqualTo(Receipt.sign(SECRET, PROMISE));
        assertThat(receipt.verify(verifier)).isTrue();
    }

    @Test
    void aReceiptWithAnyOtherContentDoesNotVerify() {
        var receipt = Receipt.sign(SECRET, PROMISE);
        var signature = receipt.signature();
        var signer = receipt.signer();
        var other = SecretKey.generate(new Random(2)).publicKey();
        var verifier = Ed25519.fastest();

        for (var promise : List.of(
                new Promise(POLL, POLL, 17, TIME),
                new Promise(ACT, ACT, 17, TIME),
                new Promise(ACT, POLL, 18, TIME),
                new Promise(ACT, POLL, 17, TIME.plusMillis(1))))
            assertThat(new Receipt(promise, signer, signature, Optional.empty()).verify(verifier))
                    .isFalse();
        assertThat(new Receipt(PROMISE, other, signature, Optional.empty()).verify(verifier))
                .isFalse();
        assertThat(new Receipt(PROMISE, signer, new byte[64], Optional.empty()).verify(verifier))
                .isFalse();
        assertThat(new Receipt(PROMISE, signer, signature, Optional.of(new Place(0, 1, List.of()))).verify(verifier))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 1000})
    void promisesThatAreSignedTogetherAreProvenOneByOne(int size) {
        var promises = IntStream.range(0, size)
                .mapToObj(number -> new Promise(ACT, POLL, number, TIME))
                .toList();

        var receipts = Receipt.sign(SECRET, promises);

        assertThat(receipts).extracting(Receipt::promise).isEqualTo(promises);
        for (var receipt : receipts) {
            var read = Receipt.read(receipt.json());
            assertThat(read).isEqualTo(receipt);
            assertThat(read.verify(Ed25519.fastest())).isTrue();
            assertThat(StrictJson.parse(receipt.json()).canonical()).isEqualTo(receipt.json());
        }
        assertThat(receipts.getFirst().place().isPresent()).isEqualTo(size > 1);
    }

    @Test
    void aPromiseIsProvenAtItsPlaceOnly() {
        var receipts = Receipt.sign(
                SECRET, List.of(PROMISE, new Promise(ACT, POLL, 18, TIME), new Promise(ACT, POLL, 19, TIME)));
        var one = receipts.get(1);
        var place = one.place().orElseThrow();

        for (var other : List.of(
                new Place(0, 3, place.path()),
                new Place(2, 3, place.path()),
                new Place(1, 2, place.path()),
                new Place(1, 3, place.path().subList(0, 1)),
                receipts.get(0).place().orElseThrow()))
            assertThat(new Receipt(one.promise(), one.signer(), one.signature(), Optional.of(other))
                            .verify(Ed25519.fastest()))
                    .isFalse();
        assertThat(new Receipt(PROMISE, one.signer(), one.signature(), one.place()).verify(Ed25519.fastest()))
                .isFalse();
        assertThat(new Receipt(one.promise(), one.signer(), one.signature(), Optional.empty())
                        .verify(Ed25519.fastest()))
                .isFalse();
    }

    @Test
    void aPlaceOutsideTheTreeIsRefused() {
        var together = new String(
                Receipt.sign(SECRET, List.of(PROMISE, new Promise(ACT, POLL, 18, TIME)))
                        .getFirst()
                        .json(),
                UTF_8);
        for (var changed : List.of(
                together.replace("\"index\":0", "\"index\":2"),
                together.replace("\"index\":0", "\"index\":-1"),
                together.replace("\"size\":2", "\"size\":0"),
                together.replace("\"size\":2", "\"size\":1048577"),
                together.replace("\"path\":[\"", "\"path\":[\"x"),
                together.replace("\"path\":[", "\"path\":[7,"),
                together.replace("\"index\":0,", "")))
            assertThatThrownBy(() -> Receipt.read(changed.getBytes(UTF_8)))
                    .as(changed)
                    .isInstanceOf(Malformed.class);
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
