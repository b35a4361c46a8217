// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.SealedPoll.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody reads a sealed ballot before the close, and everybody after a quorum of trustees has opened all of them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SealedPollsTest {
    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    private SealedPoll poll;

    @BeforeEach
    void open() {
        poll = SealedPoll.open(clock, "sealed");
    }

    @Test
    void whatTwoOfThreeTrusteesOpenIsCountedAndDecided() {
        poll.castAll();
        poll.close();

        poll.give(3).statusCode(201).body("given", hasSize(1));
        poll.give(1).statusCode(201).body("given", hasSize(2));

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.ballots()).isEqualTo(3);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO).containsEntry("against", BigInteger.ONE);
        assertThat(decision.trace()).extracting("rule").containsExactly("quorum", "approval", "opening");
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Opened by the trustees 1, 3: 3 sealed ballots, of which 0 are spoilt and do not count.");
    }

    @Test
    void theCountSaysHowManyBallotsCameAndNothingElse() {
        poll.castAll();

        given().get("/v1/polls/" + poll.id() + "/tally")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("counts", nullValue())
                .body("winners", nullValue());
    }

    @Test
    void theDecisionIsAsOfTheCloseAndIsToldWhenItIsKnown() {
        poll.castAll();
        poll.close();
        clock.pass(Duration.ofDays(2));
        var opened = clock.instant().truncatedTo(ChronoUnit.MILLIS);

        var decision = poll.opened();

        assertThat(decision.decidedAt()).isAfterOrEqualTo(opened);
        read(poll.id())
                .body("state", equalTo("closed"))
                .body("closesAt", equalTo(poll.definition().closesAt().toString()));
    }

    /** Another replica has closed it and trustees open it, while this one's clock has not come so far. */
    @Test
    void whatIsBeingOpenedTakesNoBallotByAnyClock() {
        poll.cast(ANN, "for").statusCode(201);
        new Sql(database)
                .update(
                        "update poll set unsealing_since = ? where poll = ?",
                        poll.definition().closesAt(),
                        poll.id().bytes());

        refused(poll.cast(ANN, "against"), 409, "ballot-late");
        refused(poll.cast(BEN, "for"), 409, "ballot-late");
    }

    @Test
    void withoutBallotsNobodyIsNeeded() {
        clock.reach(poll.definition().closesAt());

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.decidedAt()).isEqualTo(poll.definition().closesAt());
    }

    /** Ten minutes to prepare, an hour and a second of grace: all of that is known when it opens. */
    @ParameterizedTest
    @CsvSource({"-1, 201, 2", "0, 409, 1", "1, 409, 1"})
    void aPreparationPutsTheCloseOff(long millis, int status, long ballots) {
        var prepared = SealedPoll.open(clock, "sealed-prepared");
        var closesAt =
                prepared.definition().opensAt().plus(Duration.ofMinutes(70)).plusSeconds(1);
        prepared.cast(ANN, "for").statusCode(201);
        clock.reach(closesAt.plusMillis(millis));

        prepared.cast(BEN, "for").statusCode(status);

        prepared.close();
        assertThat(prepared.opened().ballots()).isEqualTo(ballots);
        assertThat(prepared.definition().closesAt()).isEqualTo(closesAt);
    }

    /** The room of three options of three letters: 64 + 3 * (5 + 32) = 175, rounded up to 192. */
    @Test
    void rankingsAreSealedAndOpenedTheSameWay() {
        var ranked = poll.village().definition("rank", Duration.ZERO);
        poll.village().ask(ranked);
        awaitState(ranked.id(), "open");
        for (var voter : List.of(ANN, BEN)) {
            var label = new Label(ranked.id(), voter.in(poll.village().community()));
            poll.village()
                    .cast(voter, ranked.id(), poll.trustees().seal(label, "[[1],[0]]", 192))
                    .statusCode(201);
        }
        clock.reach(ranked.closesAt());
        awaitState(ranked.id(), "unsealing");
        poll.trustees().give(1, ranked.id()).statusCode(201);
        poll.trustees().give(2, ranked.id()).statusCode(201);

        var decision = News.await(ranked.id().hex(), DecisionReachedV1.class);

        assertThat(decision.winners()).containsExactly("Elm");
        assertThat(decision.ballots()).isEqualTo(2);
    }

    @Test
    void aPollThatNobodyCouldOpenIsRefused() {
        var careless = Village.found(clock, Trustees::sealed);
        var hopeless = careless.definition("sealed", Duration.ZERO);
        careless.ask(hopeless);

        awaitState(hopeless.id(), "refused");

        read(hopeless.id()).body("reason", equalTo("The constitution has no trustees with a key for sealed ballots."));
    }

    @Test
    void howItIsSealedCanBeRead() {
        given().get("/v1/polls/" + poll.id() + "/sealing")
                .then()
                .statusCode(200)
                .body("quorum", equalTo(2))
                .body("trustees", equalTo(3))
                .body("room", equalTo(Trustees.ROOM))
                .body("given", hasSize(0));
    }

    @Test
    void aPollWithPublicBallotsHasNoSealing() {
        var open = poll.village().open("last");

        refused(given().get("/v1/polls/" + open + "/sealing").then(), 409, "not-sealed");
    }
}
