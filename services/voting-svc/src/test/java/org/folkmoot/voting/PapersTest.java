// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PapersConfirmedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two officers together enter ballots that were cast on paper. Ann and Ben, the founders, are the officers. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PapersTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void ballotsOnPaperCountWhenAnotherOfficerHasConfirmedThem() {
        var poll = open("assembly");
        var entry = entered(poll, Map.of(CAT, "for", BEN, "against"));
        assertCounts(poll, 0, 0);

        confirm(poll, BEN, entry)
                .statusCode(201)
                .body("ballots", equalTo(2))
                .body("officer", equalTo(id(ANN)))
                .body("confirmedBy", equalTo(id(BEN)));

        assertCounts(poll, 1, 1);
        var told = News.await(poll.id().hex(), PapersConfirmedV1.class);
        assertThat(told.from()).isEqualTo(1);
        assertThat(told.to()).isEqualTo(2);
        assertThat(told.entered()).isEqualTo(entry.hex());
        given().get("/v1/polls/" + poll.id() + "/papers").then().body("items.entry", contains(entry.hex()));
        given().get("/v1/polls/" + poll.id() + "/ballots").then().body("items", hasSize(2));
        assertThat(close(poll).counts()).containsEntry("for", BigInteger.ONE);
    }

    @Test
    void theOtherOfficerReadsEverySlipBeforeConfirming() {
        var poll = open("assembly");
        var entry = entered(poll, Map.of(CAT, "for", BEN, "against"));

        given().get("/v1/polls/" + poll.id() + "/papers/" + entry.hex())
                .then()
                .statusCode(200)
                .body("entry", equalTo(entry.hex()))
                .body("slips", hasSize(2))
                .body("slips.find { it.member == '" + id(CAT) + "' }.choice", equalTo("for"))
                .body("slips.find { it.member == '" + id(BEN) + "' }.choice", equalTo("against"));
        for (var unknown :
                List.of(poll.id() + "/papers/" + Hash.ZERO.hex(), Hash.ZERO.hex() + "/papers/" + entry.hex()))
            given().get("/v1/polls/" + unknown).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"assembly", "one-ballot"})
    void aMembersOwnBallotGoesBeforeTheOneOnPaper(String policy) {
        var poll = open(policy);
        village.cast(CAT, open("last").id(), "for").statusCode(201);
        var entry = entered(poll, Map.of(CAT, "for", BEN, "for"));
        confirm(poll, BEN, entry).statusCode(201);
        assertCounts(poll, 2, 0);

        village.cast(CAT, poll.id(), "against").statusCode(201);

        assertCounts(poll, 1, 1);
        var decision = close(poll);
        assertThat(decision.ballots()).isEqualTo(2);
        assertThat(decision.counts()).containsEntry("for", BigInteger.ONE).containsEntry("against", BigInteger.ONE);
    }

    @Test
    void whatIsOnPaperIsNotIrreversible() {
        var poll = open("early-assembly");
        confirm(poll, BEN, entered(poll, Map.of(CAT, "for", BEN, "for"))).statusCode(201);
        assertCounts(poll, 2, 0);

        // Two of three would pass, and one of the two votes otherwise.
        village.cast(CAT, poll.id(), "against").statusCode(201);

        var decision = close(poll);
        assertThat(decision.counts()).containsEntry("for", BigInteger.ONE).containsEntry("against", BigInteger.ONE);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
    }

    @Test
    void whatMembersCastThemselvesIsIrreversibleBesidePaper() {
        var poll = open("early-assembly");
        confirm(poll, BEN, entered(poll, Map.of(CAT, "against"))).statusCode(201);
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        clock.pass(Duration.ofSeconds(1));

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO).containsEntry("against", BigInteger.ONE);
    }

    @Test
    void whoeverHasVotedHasNoBallotOnPaperAndNoneOfTheOthersCounts() {
        var poll = open("assembly");
        var entry = entered(poll, Map.of(CAT, "for", BEN, "for"));
        village.cast(CAT, poll.id(), "against").statusCode(201);

        refused(confirm(poll, BEN, entry), 409, "paper-conflicts").body("members", contains(id(CAT)));
        assertCounts(poll, 0, 1);
        refused(enter(poll, ANN, Map.of(CAT, "for")), 409, "paper-conflicts");
        confirm(poll, BEN, entered(poll, Map.of(BEN, "for"))).statusCode(201);
        assertCounts(poll, 1, 1);
    }

    @Test
    void twoOfficersAreTwo() {
        var poll = open("assembly");
        var entry = entered(poll, Map.of(CAT, "for"));

        refused(confirm(poll, ANN, entry), 403, "same-officer");
        refused(confirm(poll, CAT, entry), 403, "not-an-officer");
        refused(confirm(poll, EVE, entry), 403, "not-a-member");
        refused(confirm(poll, BEN, Hash.ZERO), 404, "paper-unknown");
        confirm(poll, BEN, entry).statusCode(201);
        refused(confirm(poll, BEN, entry), 409, "paper-confirmed");
    }

    @Test
    void whatIsEnteredIsCheckedAsEveryBallotIs() {
        var poll = open("assembly");
        refused(enter(poll, CAT, Map.of(BEN, "for")), 403, "not-an-officer");
        refused(enter(poll, ANN, Map.of(CAT, "perhaps")), 422, "paper-invalid");
        refused(enter(poll, ANN, Map.of(EVE, "for")), 403, "not-on-roll");
        refused(enter(poll, ANN, Map.of()), 422, "paper-invalid");
        refused(enter(open("last"), ANN, Map.of(CAT, "for")), 409, "no-paper");
        var said = entering(poll, ANN, Map.of(CAT, "for"));
        post(poll, "", said).statusCode(201);
        refused(post(poll, "", said), 409, "act-duplicate");
        refused(post(poll, "", said.seq(1).with("ballots", List.of(slip(BEN, "for")))), 409, "seq-replayed");
        refused(post(poll, "", said.with("power", 7L)), 400, "payload-malformed");
        refused(
                post(
                        poll,
                        "",
                        entering(poll, ANN, Map.of()).with("ballots", List.of(slip(CAT, "for"), slip(CAT, "for")))),
                422,
                "paper-invalid");
        refused(send(poll, "", "{".getBytes(UTF_8)), 400, "payload-malformed");
        refused(send(poll, "", new byte[200_000]), 413, "request-too-large");
        var elsewhere = Village.found(clock);
        refused(
                post(
                        poll,
                        "",
                        ANN.says(elsewhere.community(), "ballots.enter/1")
                                .about(poll.id())
                                .with("ballots", List.of(slip(CAT, "for")))),
                422,
                "community-mismatch");
    }

    /** The window is half-open: at the close it is too late. */
    @ParameterizedTest
    @CsvSource({"-1, 201", "0, 409", "1, 409"})
    void theLastMomentIsJustBeforeTheClose(long millis, int status) {
        var poll = open("assembly");
        var entry = entered(poll, Map.of(CAT, "for"));
        clock.reach(poll.closesAt().plusMillis(millis));

        confirm(poll, BEN, entry).statusCode(status);
    }

    @Test
    void aLateEntryMovesTheCloseAsEveryBallotDoes() {
        var poll = open("late-assembly");
        var entry = entered(poll, Map.of(CAT, "for", BEN, "for"));
        clock.reach(poll.closesAt().minus(Duration.ofMinutes(5)));
        confirm(poll, BEN, entry).statusCode(201);

        Village.read(poll.id())
                .body(
                        "closesAt",
                        equalTo(org.folkmoot.record.Times.text(poll.closesAt().plus(Duration.ofMinutes(15)))));
    }

    private PollDefinition open(String policy) {
        var poll = village.definition(policy, Duration.ZERO);
        village.ask(poll);
        awaitState(poll.id(), "open");
        return poll;
    }

    private Hash entered(PollDefinition poll, Map<Person, String> ballots) {
        return Hash.parse(enter(poll, ANN, ballots).statusCode(201).extract().path("entry"));
    }

    private ValidatableResponse enter(PollDefinition poll, Person officer, Map<Person, String> ballots) {
        return post(poll, "", entering(poll, officer, ballots));
    }

    private Saying entering(PollDefinition poll, Person officer, Map<Person, String> ballots) {
        return officer.says(village.community(), "ballots.enter/1")
                .about(poll.id())
                .with(
                        "ballots",
                        ballots.entrySet().stream()
                                .map(ballot -> slip(ballot.getKey(), ballot.getValue()))
                                .toList());
    }

    private Map<String, String> slip(Person voter, String choice) {
        return Map.of("member", id(voter), "choice", choice);
    }

    private ValidatableResponse confirm(PollDefinition poll, Person officer, Hash entry) {
        return post(
                poll,
                "/" + entry + "/confirmation",
                officer.says(village.community(), "ballots.confirm/1").about(entry));
    }

    private ValidatableResponse post(PollDefinition poll, String path, Saying saying) {
        return send(
                poll,
                path,
                saying.until(clock.instant().plus(Duration.ofDays(1))).sign().json());
    }

    private static ValidatableResponse send(PollDefinition poll, String path, byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/polls/" + poll.id() + "/papers" + path)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String type) {
        return response.statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + type));
    }

    private String id(Person person) {
        return person.in(village.community()).hex();
    }

    private void assertCounts(PollDefinition poll, long inFavor, long against) {
        // A live count is a second old at most.
        clock.pass(Duration.ofSeconds(1));
        await(() -> given().get("/v1/polls/" + poll.id() + "/tally")
                .then()
                .body("counts.for", equalTo(Long.toString(inFavor)))
                .body("counts.against", equalTo(Long.toString(against))));
    }

    private DecisionReachedV1 close(PollDefinition poll) {
        clock.reach(poll.closesAt());
        return News.await(poll.id().hex(), DecisionReachedV1.class);
    }
}
