// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.SharesGivenV1;
import org.folkmoot.record.Hash;
import org.folkmoot.sealing.Point;
import org.folkmoot.sealing.SealedBallot;
import org.folkmoot.sealing.SealedBallot.Label;
import org.folkmoot.sealing.Shares;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody reads a sealed ballot before the close, and everybody after a quorum of trustees has opened all of them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SealedPollsTest {
    private final Trustees trustees = new Trustees();

    @Inject
    TestClock clock;

    private Village village;
    private PollDefinition definition;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock, trustees::in);
        definition = village.definition("sealed", Duration.ZERO);
        poll = definition.id();
        village.ask(definition);
        awaitState(poll, "open");
    }

    @Test
    void whatTwoOfThreeTrusteesOpenIsCountedAndDecided() {
        castAll();
        close();

        trustees.give(3, poll).statusCode(201).body("given", hasSize(1));
        trustees.give(1, poll).statusCode(201).body("given", hasSize(2));

        var decision = News.await(poll.hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.ballots()).isEqualTo(3);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO).containsEntry("against", BigInteger.ONE);
        assertThat(decision.trace()).extracting("rule").containsExactly("quorum", "approval", "opening");
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Opened by the trustees 1, 3: 3 sealed ballots, of which 0 are spoilt and do not count.");
    }

    @Test
    void theCountSaysHowManyBallotsCameAndNothingElse() {
        castAll();

        given().get("/v1/polls/" + poll + "/tally")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("counts", nullValue())
                .body("winners", nullValue());
    }

    @Test
    void theDecisionIsAsOfTheCloseAndIsToldWhenItIsKnown() {
        castAll();
        close();
        clock.pass(Duration.ofDays(2));
        var opened = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        trustees.give(1, poll).statusCode(201);
        trustees.give(2, poll).statusCode(201);

        var decision = News.await(poll.hex(), DecisionReachedV1.class);

        assertThat(decision.decidedAt()).isAfterOrEqualTo(opened);
        read(poll)
                .body("state", equalTo("closed"))
                .body("closesAt", equalTo(definition.closesAt().toString()));
    }

    @Test
    void withoutBallotsNobodyIsNeeded() {
        clock.reach(definition.closesAt());

        var decision = News.await(poll.hex(), DecisionReachedV1.class);

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.decidedAt()).isEqualTo(definition.closesAt());
    }

    @Test
    void theOpenedChoiceStandsBesideTheActThatItCameFrom() {
        var act = cast(ANN, "for").statusCode(201).extract().<String>path("act");
        close();
        trustees.give(1, poll).statusCode(201);
        trustees.give(2, poll).statusCode(201);
        awaitState(poll, "closed");

        ballots()
                .body("items", hasSize(1))
                .body("items[0].act", equalTo(act))
                .body("items[0].choice", equalTo("for"))
                .body("items[0].counts", equalTo(true));
        assertThat(ballots().extract().<String>path("items[0].sealed")).isNotEmpty();
    }

    @Test
    void untilThenTheExportHasWhatWasCast() {
        cast(ANN, "for").statusCode(201);

        ballots().body("items[0].sealed", nullValue());
        assertThat(ballots().extract().<String>path("items[0].choice.sealed")).isNotEmpty();
    }

    @Test
    void whatWasReplacedStaysShut() {
        cast(ANN, "for").statusCode(201);
        cast(ANN, "against").statusCode(201);
        close();
        trustees.give(1, poll).statusCode(201);
        trustees.give(2, poll).statusCode(201);

        var decision = News.await(poll.hex(), DecisionReachedV1.class);

        assertThat(decision.counts()).containsEntry("for", BigInteger.ZERO).containsEntry("against", BigInteger.ONE);
        awaitState(poll, "closed");
        ballots().body("items[0].counts", equalTo(false)).body("items[1].choice", equalTo("against"));
        assertThat(ballots().extract().<String>path("items[0].choice.sealed")).isNotEmpty();
    }

    @Test
    void aBallotThatSaysNothingThatCanBeChosenIsSpoilt() {
        cast(ANN, "for").statusCode(201);
        cast(BEN, "perhaps").statusCode(201);
        var gibberish = trustees.seal(new Label(poll, CAT.in(village.community())), "{not JSON", Trustees.ROOM);
        village.cast(CAT, poll, gibberish).statusCode(201);
        close();
        trustees.give(1, poll).statusCode(201);
        trustees.give(2, poll).statusCode(201);

        var decision = News.await(poll.hex(), DecisionReachedV1.class);

        assertThat(decision.ballots()).isEqualTo(1);
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Opened by the trustees 1, 2: 3 sealed ballots, of which 2 are spoilt and do not count.");
        awaitState(poll, "closed");
        ballots()
                .body("items[1].spoilt", equalTo("not-a-choice"))
                .body("items[1].counts", equalTo(false))
                .body("items[2].spoilt", equalTo("unreadable"));
    }

    /** Hostile input 29: another member's ballot under one's own signature. */
    @Test
    void anothersBallotIsNotOnesOwn() {
        var annes = trustees.seal(village, poll, ANN, "for");
        village.cast(ANN, poll, annes).statusCode(201);

        refused(village.cast(BEN, poll, annes), 422, "seal-invalid")
                .body("reason", equalTo("The ballot was not sealed for this poll by this member."));
    }

    /** Hostile input 30: a copy that only looks different. */
    @Test
    void aCopyWithAnotherTextIsNotOnesOwn() {
        var annes = SealedBallot.decode(Base64.getDecoder()
                .decode((String) trustees.seal(village, poll, ANN, "for").get("sealed")));
        var bens = SealedBallot.decode(Base64.getDecoder()
                .decode((String) trustees.seal(village, poll, BEN, "for").get("sealed")));
        var copy = new SealedBallot(annes.head(), annes.witness(), bens.proof(), annes.text());

        refused(village.cast(BEN, poll, Trustees.sealed(copy)), 422, "seal-invalid");
    }

    /** A ballot of a poll that is still open cannot be smuggled into one whose ballots will be opened sooner. */
    @Test
    void aBallotOfAnotherPollIsRefused() {
        var other = village.open("sealed");
        var elsewhere = trustees.seal(village, other, ANN, "for");

        refused(village.cast(ANN, poll, elsewhere), 422, "seal-invalid");
    }

    /** Hostile input 32: points that are none, and texts of another length. */
    @Test
    void whatIsNotASealedBallotIsRefused() {
        var bytes = Base64.getDecoder()
                .decode((String) trustees.seal(village, poll, ANN, "for").get("sealed"));
        var infinity = bytes.clone();
        Arrays.fill(infinity, 1, 34, (byte) 0);
        var uncompressed = bytes.clone();
        uncompressed[1] = 4;
        var shorter = Arrays.copyOf(bytes, bytes.length - 1);
        var longer = Arrays.copyOf(bytes, bytes.length + 1);

        for (var wrong : new byte[][] {infinity, uncompressed, shorter, longer, new byte[0]})
            refused(
                    village.cast(ANN, poll, Map.of("sealed", Base64.getEncoder().encodeToString(wrong))),
                    422,
                    "seal-invalid");
    }

    @Test
    void anOpenChoiceIsRefused() {
        refused(village.cast(ANN, poll, "for"), 422, "seal-invalid");
    }

    @Test
    void aSealedChoiceIsRefusedWhereNothingIsSealed() {
        var open = village.open("last");

        refused(village.cast(ANN, open, trustees.seal(village, open, ANN, "for")), 422, "choice-invalid");
    }

    /** Hostile input 34: shares before the close. */
    @Test
    void nobodyOpensAnythingBeforeTheClose() {
        castAll();

        refused(trustees.give(1, poll), 409, "not-unsealing");
    }

    /** Hostile input 34: one trustee less than a quorum. */
    @Test
    void oneTrusteeAloneOpensNothing() {
        castAll();
        close();
        trustees.give(2, poll).statusCode(201);
        clock.pass(Duration.ofDays(30));
        var next = village.definition("last", Duration.ZERO);
        village.ask(next);
        awaitState(next.id(), "open");
        clock.reach(next.closesAt());
        News.await(next.id().hex(), DecisionReachedV1.class);

        read(poll).body("state", equalTo("unsealing"));
        ballots().body("items[0].sealed", nullValue());
    }

    /** Hostile input 34: the same trustee twice. */
    @Test
    void aTrusteeCountsOnce() {
        castAll();
        close();
        trustees.give(2, poll).statusCode(201);

        refused(trustees.give(2, poll), 409, "share-duplicate");
        read(poll).body("state", equalTo("unsealing"));
    }

    /** Hostile input 34: a wrong point, points in another order, another's index, too few of them. */
    @Test
    void sharesThatDoNotOpenTheBallotsAreRefused() {
        castAll();
        close();
        var right = trustees.shares(1, poll);
        var wrong = new ArrayList<>(right.points());
        wrong.set(1, Point.BASE);
        var moved = new ArrayList<>(right.points());
        moved.add(moved.removeFirst());

        refused(Trustees.give(poll, new Shares(1, wrong, right.proof())), 422, "share-invalid");
        refused(Trustees.give(poll, new Shares(1, moved, right.proof())), 422, "share-invalid");
        refused(Trustees.give(poll, new Shares(2, right.points(), right.proof())), 422, "share-invalid");
        refused(Trustees.give(poll, new Shares(1, right.points().subList(1, 3), right.proof())), 422, "share-invalid");
        refused(Trustees.give(poll, new Shares(4, right.points(), right.proof())), 404, "trustee-unknown");
        Trustees.give(poll, right).statusCode(201);
    }

    @Test
    void sharesForAnotherPollAreRefused() {
        castAll();
        close();
        var heads = Trustees.heads(poll);
        assertThat(heads).hasSize(3);
        var other = village.open("sealed");

        refused(Trustees.give(other, trustees.shares(1, poll)), 409, "not-unsealing");
    }

    @Test
    void whatATrusteeGaveIsTold() {
        castAll();
        close();
        var shares = trustees.shares(2, poll);
        Trustees.give(poll, shares).statusCode(201);

        var told = News.await(poll.hex(), SharesGivenV1.class);

        assertThat(told.trustee()).isEqualTo(2);
        assertThat(told.of()).isEqualTo(3);
        assertThat(Base64.getDecoder().decode(told.proof())).isEqualTo(shares.proof());
        assertThat(Point.split(Base64.getDecoder().decode(told.points()))).isEqualTo(shares.points());
    }

    @Test
    void whatIsOpenIsOpenedOnce() {
        castAll();
        close();
        var late = trustees.shares(3, poll);
        trustees.give(1, poll).statusCode(201);
        trustees.give(2, poll).statusCode(201);
        awaitState(poll, "closed");

        refused(Trustees.give(poll, late), 409, "not-unsealing");
    }

    /** The room of three options of three letters: 64 + 3 * (5 + 32) = 175, rounded up to 192. */
    @Test
    void rankingsAreSealedAndOpenedTheSameWay() {
        var ranked = village.definition("rank", Duration.ZERO);
        village.ask(ranked);
        awaitState(ranked.id(), "open");
        for (var voter : List.of(ANN, BEN)) {
            var label = new Label(ranked.id(), voter.in(village.community()));
            village.cast(voter, ranked.id(), trustees.seal(label, "[[1],[0]]", 192))
                    .statusCode(201);
        }
        clock.reach(ranked.closesAt());
        awaitState(ranked.id(), "unsealing");
        trustees.give(1, ranked.id()).statusCode(201);
        trustees.give(2, ranked.id()).statusCode(201);

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
        given().get("/v1/polls/" + poll + "/sealing")
                .then()
                .statusCode(200)
                .body("quorum", equalTo(2))
                .body("trustees", equalTo(3))
                .body("room", equalTo(Trustees.ROOM))
                .body("given", hasSize(0));
    }

    @Test
    void aPollWithPublicBallotsHasNoSealing() {
        var open = village.open("last");

        refused(given().get("/v1/polls/" + open + "/sealing").then(), 409, "not-sealed");
    }

    private void castAll() {
        cast(ANN, "for").statusCode(201);
        cast(BEN, "for").statusCode(201);
        cast(CAT, "against").statusCode(201);
    }

    private ValidatableResponse cast(Person voter, Object choice) {
        return village.cast(voter, poll, trustees.seal(village, poll, voter, choice));
    }

    private void close() {
        clock.reach(definition.closesAt());
        awaitState(poll, "unsealing");
    }

    private ValidatableResponse ballots() {
        return given().get("/v1/polls/" + poll + "/ballots").then().statusCode(200);
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + type));
    }
}
