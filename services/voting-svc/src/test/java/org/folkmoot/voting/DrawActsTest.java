// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.voting.Lots.one;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those who make the seed of a draw say is taken in its time, from them, and once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DrawActsTest {
    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    private Lots lots;

    @BeforeEach
    void found() {
        lots = Lots.found(clock, membership);
    }

    @Test
    void whoDoesNotMakeTheSeedIsRefused() {
        var draw = lots.open(one());
        var forged = Saying.of(EVE.key(), lots.village().community(), "draw.commit/1")
                .as(ANN.in(lots.village().community()))
                .about(draw)
                .with("round", 1L)
                .with("commitment", "ab".repeat(32))
                .until(clock.instant().plus(Duration.ofDays(1)));
        var elsewhere = Village.found(clock);

        refused(commit(draw, forged), 422, "key-not-valid");
        refused(lots.commit(EVE, draw, 1), 403, "not-a-member");
        refused(lots.commit(CAT, draw, 1), 403, "not-a-committer");
        refused(
                commit(
                        draw,
                        ANN.says(elsewhere.community(), "draw.commit/1")
                                .about(draw)
                                .with("round", 1L)
                                .with("commitment", "ab".repeat(32))
                                .until(clock.instant().plus(Duration.ofDays(1)))),
                422,
                "community-mismatch");
        refused(commit(draw, lots.committing(ANN, Hash.ZERO, 1)), 422, "subject-unknown");
        refused(lots.commit(ANN, Hash.ZERO, 1), 404, "draw-unknown");
        given().get("/v1/draws/" + Hash.ZERO).then().statusCode(404);
    }

    @Test
    void theFirstCommitmentIsFinal() {
        var draw = lots.open(one());
        var said = lots.committing(ANN, draw, 1);
        commit(draw, said).statusCode(201);

        refused(commit(draw, said), 409, "act-duplicate");
        refused(commit(draw, said.seq(1)), 409, "seq-replayed");
        refused(
                commit(draw, lots.committing(ANN, draw, 1).with("commitment", "ab".repeat(32))),
                409,
                "already-committed");
        refused(lots.commit(BEN, draw, 2), 409, "other-round");
        refused(lots.reveal(ANN, draw, 1), 409, "out-of-time")
                .body("from", equalTo(Times.text(lots.round(draw, 1).revealsAt())));
    }

    @Test
    void onlyWhatWasCommittedToIsRevealed() {
        var draw = lots.open(one());
        lots.commit(ANN, draw, 1).statusCode(201);
        lots.commit(BEN, draw, 1).statusCode(201);
        lots.reachReveals(draw, 1);

        refused(reveal(draw, lots.revealing(ANN, draw, 1).with("value", "ab".repeat(32))), 422, "reveal-mismatch");
        lots.reveal(ANN, draw, 1)
                .statusCode(201)
                .body("committers.find { it.member == '" + lots.id(ANN) + "' }.value", notNullValue());
        refused(lots.reveal(ANN, draw, 1), 409, "already-revealed");
        refused(lots.commit(BEN, draw, 1), 409, "out-of-time");
        refused(lots.reveal(CAT, draw, 1), 403, "not-a-committer");
    }

    @Test
    void actsAreTakenAsTheyMustBeOrNotAtAll() {
        var draw = lots.open(one());

        refused(commit(draw, lots.committing(ANN, draw, 1).with("more", 1L)), 400, "payload-malformed");
        refused(commit(draw, lots.saying(ANN, "draw.commit/1", draw).with("round", 1L)), 400, "payload-malformed");
        refused(commit(draw, lots.committing(ANN, draw, 1).with("commitment", "AB")), 400, "payload-malformed");
        refused(commit(draw, lots.revealing(ANN, draw, 1)), 422, "act-type-unexpected");
        refused(Lots.post(draw, "commitments", "{".getBytes(UTF_8)), 400, "payload-malformed");
        refused(Lots.post(draw, "commitments", new byte[200_000]), 413, "request-too-large");
    }

    /** The windows are half-open: the moment at which values are revealed is too late to commit. */
    @ParameterizedTest
    @CsvSource({"-1, 201", "0, 409", "1, 409"})
    void theLastMomentIsJustBeforeTheValuesAreRevealed(long millis, int status) {
        var draw = lots.open(one());
        clock.reach(lots.round(draw, 1).revealsAt().plusMillis(millis));

        lots.commit(ANN, draw, 1).statusCode(status);
    }

    private static ValidatableResponse commit(Hash draw, Saying said) {
        return Lots.post(draw, "commitments", said.sign().json());
    }

    private static ValidatableResponse reveal(Hash draw, Saying said) {
        return Lots.post(draw, "reveals", said.sign().json());
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String type) {
        return response.statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + type));
    }
}
