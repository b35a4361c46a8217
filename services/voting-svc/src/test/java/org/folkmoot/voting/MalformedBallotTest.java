// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.folkmoot.record.Act;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Pae;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that are no ballot, whoever signed them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class MalformedBallotTest {
    @Inject
    TestClock clock;

    private Village village;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("last");
    }

    @Test
    void aPayloadHasOneSpelling() {
        payload(text -> text.replace(",\"body\"", ", \"body\""), "not-canonical");
        payload(text -> text.replace("\"v\":1", "\"v\":1.0"), "not-canonical");
        payload(text -> text.replace("\"v\":1", "\"v\":1e0"), "not-canonical");
        payload(text -> text.replace("\"v\":1", "\"v\":1.5"), "number");
        payload(text -> text.replace("\"v\":1", "\"v\":01"), "number");
        payload(text -> text.replace("\"v\":1", "\"v\":9007199254740993"), "number");
        payload(text -> text.replace("\"v\":1", "\"v\":null"), "null");
        payload(text -> text.replace("\"v\":1", "\"v\":2"), "value");
        payload(text -> text.replace("\"v\":1", "\"v\":1,\"v\":1"), "duplicate-key");
        payload(text -> text.replace("\"v\":1", "\"v\":1,\"weight\":7"), "unknown-member");
        payload(text -> text.replace("\"for\"", "\"\\ud800\""), "encoding");
        payload(text -> text.replace("\"for\"", "\"\\u0066or\""), "not-canonical");
        payload(text -> text.replace("\"for\"", "[".repeat(20) + "]".repeat(20)), "depth");
        payload(text -> text.replace("}", ""), "syntax");
        payload(_ -> "", "syntax");
    }

    @Test
    void aPayloadIsWellFormedUtf8() {
        byte[] bytes = village.ballot(ANN, poll, "for").sign().payload();
        int at = new String(bytes, UTF_8).indexOf("for");
        bytes[at] = (byte) 0xff;

        refused(post(poll, signed(bytes)), 400, "payload-malformed").body("reason", equalTo("encoding"));
    }

    @Test
    void anEnvelopeHasItsMembersAndNoOthers() {
        var envelope = new String(village.ballot(ANN, poll, "for").sign().json(), UTF_8);

        envelope("{}", "missing-member");
        envelope("", "syntax");
        envelope("null", "null");
        envelope("[]", "value");
        envelope("hello", "syntax");
        envelope(envelope.replace("{\"payload\"", "{\"extra\":1,\"payload\""), "unknown-member");
        envelope(envelope.replace("\"signature\":\"", "\"signature\":\"AAAA"), "value");
        envelope(envelope.replace("\"payload\":\"", "\"payload\":\"*"), "encoding");
        envelope("[".repeat(20_000), "depth");
    }

    @Test
    void spacesAndOrderOfTheEnvelopeAreFree() {
        var envelope = village.ballot(ANN, poll, "for").sign();
        var json = new String(envelope.json(), UTF_8)
                .replaceFirst("\\{(\"payload\":\"[^\"]*\"),(\"proof\":.*)}$", "{ $2 ,\n $1 }");

        post(poll, json.getBytes(UTF_8)).statusCode(201);
    }

    @Test
    void aLargeBodyIsNotRead() {
        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) ' ');

        refused(post(poll, large), 413, "request-too-large");
    }

    @Test
    void aLargeBodyOfUnknownLengthIsNotRead() throws Exception {
        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) ' ');

        var answer = Http.post(poll, "", "application/json", large);

        org.assertj.core.api.Assertions.assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aPayloadIsNotLongerThanAnActMayBe() {
        var long_ = village.ballot(ANN, poll, "x".repeat(65_000)).act().payload();
        var json = "{\"payload\":\"" + java.util.Base64.getEncoder().encodeToString(long_)
                + "\",\"proof\":{\"signature\":\"" + "A".repeat(86) + "==\",\"suite\":\"ed25519\"}}";

        refused(post(poll, json.getBytes(UTF_8)), 413, "payload-too-large");
    }

    @Test
    void onlyJsonIsTaken() {
        var envelope = village.ballot(ANN, poll, "for").sign();

        refused(
                given().contentType("text/plain")
                        .body(envelope.json())
                        .post(path(poll))
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void nothingIsReadWhereBallotsAreCast() {
        refused(given().put(path(poll)).then(), 405, "method-not-allowed");
    }

    @Test
    void aPollThatNobodyAskedForIsUnknown() {
        var envelope = village.ballot(ANN, poll, "for").sign();

        refused(post(Hash.of(new byte[0]), envelope), 404, "poll-unknown");
        refused(
                given().contentType("application/json")
                        .body(envelope.json())
                        .post("/v1/polls/xyz/ballots")
                        .then(),
                404,
                "not-found");
    }

    private void payload(UnaryOperator<String> spoil, String reason) {
        var good = new String(village.ballot(ANN, poll, "for").sign().payload(), UTF_8);
        refused(post(poll, signed(spoil.apply(good).getBytes(UTF_8))), 400, "payload-malformed")
                .body("reason", equalTo(reason));
    }

    private void envelope(String json, String reason) {
        refused(post(poll, json.getBytes(UTF_8)), 400, "payload-malformed").body("reason", equalTo(reason));
    }

    /** Even a valid signature does not make it a ballot. */
    private static Envelope signed(byte[] payload) {
        return new Envelope(payload, "ed25519", ANN.key().sign(Pae.encode(Act.MEDIA_TYPE, payload)));
    }

    private static String path(Hash poll) {
        return "/v1/polls/" + poll + "/ballots";
    }
}
