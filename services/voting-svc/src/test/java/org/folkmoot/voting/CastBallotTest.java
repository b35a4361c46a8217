// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Pae;
import org.folkmoot.record.Receipt;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ballot must be, and what is answered to everything else. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CastBallotTest {
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
    void aBallotIsAnsweredWithAReceiptThatVerifies() {
        var ballot = village.ballot(ANN, poll, "for").sign();

        var answer = post(poll, ballot).statusCode(201).extract().asByteArray();

        var receipt = Receipt.read(answer);
        assertThat(receipt.act()).isEqualTo(Hash.of(ballot.payload()));
        assertThat(receipt.poll()).isEqualTo(poll);
        assertThat(receipt.number()).isEqualTo(1);
        assertThat(receipt.acceptedAt()).isEqualTo(clock.instant());
        assertThat(receipt.verify(Ed25519.fastest())).isTrue();
        assertThat(RestAssured.get("/v1/keys").path("keys[0].key").toString())
                .isEqualTo(receipt.signer().did());
    }

    @Test
    void theSameActAgainIsADuplicateWithTheFirstNumber() {
        var ballot = village.ballot(ANN, poll, "for").sign();
        post(poll, ballot).statusCode(201);

        refused(post(poll, ballot), 409, "act-duplicate")
                .body("number", equalTo(1))
                .body("act", equalTo(Hash.of(ballot.payload()).hex()));
        Village.read(poll).body("accepted", equalTo(1));
    }

    @Test
    void aNumberThatIsNotHigherIsAReplay() {
        var ballot = village.ballot(ANN, poll, "for");
        post(poll, ballot.sign()).statusCode(201);

        refused(post(poll, ballot.with("choice", "against").sign()), 409, "seq-replayed")
                .body("last", equalTo(ballot.seq()));
        refused(post(poll, ballot.seq(ballot.seq() - 1).sign()), 409, "seq-replayed");
    }

    @Test
    void aNumberIsUsedUpForTheWholeCommunity() {
        var other = village.open("last");
        var ballot = village.ballot(ANN, poll, "for");
        post(poll, ballot.sign()).statusCode(201);

        refused(post(other, village.ballot(ANN, other, "for").seq(ballot.seq()).sign()), 409, "seq-replayed");
        post(other, village.ballot(ANN, other, "for").seq(ballot.seq() + 1).sign())
                .statusCode(201);
    }

    @Test
    void aRefusedBallotUsesUpNoNumber() {
        var ballot = village.ballot(ANN, poll, "maybe");
        refused(post(poll, ballot.sign()), 422, "choice-invalid");

        post(poll, ballot.with("choice", "for").sign()).statusCode(201);
    }

    @Test
    void aStrangerIsNotOnTheRoll() {
        refused(village.cast(EVE, poll, "for"), 403, "not-on-roll")
                .body("member", equalTo(EVE.in(village.community()).hex()));
    }

    @Test
    void nobodyVotesWithAnotherKey() {
        var act = village.ballot(ANN, poll, "for").act();
        var stolen = new org.folkmoot.record.Act(
                act.actor(), act.body(), act.community(), BEN.publicKey(), act.notAfter(), act.seq(), poll, act.type());

        refused(post(poll, Acts.sign(BEN.key(), stolen)), 422, "key-not-valid");
    }

    @Test
    void aBallotForAnotherCommunityIsRefused() {
        var elsewhere = Village.found(clock);

        refused(post(poll, elsewhere.ballot(ANN, poll, "for").sign()), 422, "community-mismatch");
    }

    @Test
    void aBallotForAnotherPollIsRefused() {
        var other = village.open("last");

        refused(post(poll, village.ballot(ANN, other, "for").sign()), 422, "subject-unknown");
    }

    @Test
    void anotherActIsNoBallot() {
        var act = ANN.says(village.community(), "proposal.cancel/1")
                .about(poll)
                .with("reason", "no")
                .until(clock.instant().plus(Duration.ofDays(1)));

        refused(post(poll, act.sign()), 422, "act-type-unexpected").body("expected", equalTo("ballot.cast/1"));
    }

    @Test
    void aBallotHoldsUntilItsTimeAndNotLongerThanAMonth() {
        var ballot = village.ballot(ANN, poll, "for");

        refused(post(poll, until(ballot, Duration.ofSeconds(-2)).sign()), 422, "act-expired");
        refused(post(poll, until(ballot, Duration.ofDays(32)).sign()), 422, "act-horizon");
        post(poll, until(ballot, Duration.ofDays(30)).sign()).statusCode(201);
    }

    @Test
    void aSignatureMustBeTheVoters() {
        var ballot = village.ballot(ANN, poll, "for").sign();
        var other = village.ballot(ANN, poll, "against").sign();

        refused(post(poll, new Envelope(ballot.payload(), "ed25519", other.signature())), 422, "signature-invalid");
        var payload = ballot.payload();
        var plain = new Envelope(payload, "ed25519", ANN.key().sign(payload));
        refused(post(poll, plain), 422, "signature-invalid");
        var otherType = new Envelope(payload, "ed25519", ANN.key().sign(Pae.encode("text/plain", payload)));
        refused(post(poll, otherType), 422, "signature-invalid");
    }

    @Test
    void anUnknownSuiteIsRefused() {
        var json = text(village.ballot(ANN, poll, "for").sign()).replace("ed25519", "eip191");

        refused(post(poll, json.getBytes(UTF_8)), 422, "suite-unsupported");
    }

    @Test
    void anUnsignedBallotIsRefused() {
        var json = text(village.ballot(ANN, poll, "for").sign()).replaceAll(",\"proof\":\\{[^}]*}", "");

        malformed(post(poll, json.getBytes(UTF_8)), "missing-member");
    }

    @Test
    void theBodyIsOneChoiceAndNothingElse() {
        var empty = ANN.says(village.community(), "ballot.cast/1")
                .about(poll)
                .until(clock.instant().plus(Duration.ofDays(1)));

        malformed(post(poll, village.ballot(ANN, poll, "for").with("weight", 7).sign()), "unknown-member");
        refused(post(poll, village.ballot(ANN, poll, Map.of()).sign()), 422, "choice-invalid");
        refused(post(poll, village.ballot(ANN, poll, List.of("for")).sign()), 422, "choice-invalid");
        malformed(post(poll, empty.sign()), "missing-member");
    }

    private static Saying until(Saying ballot, Duration ahead) {
        return ballot.until(ballot.notAfter().minus(Duration.ofDays(1)).plus(ahead));
    }

    private static String text(Envelope envelope) {
        return new String(envelope.json(), UTF_8);
    }

    private static ValidatableResponse malformed(ValidatableResponse answer, String reason) {
        return refused(answer, 400, "payload-malformed").body("reason", equalTo(reason));
    }

    static ValidatableResponse refused(ValidatableResponse answer, int status, String problem) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:folkmoot:problem:" + problem))
                .body("status", equalTo(status));
    }
}
