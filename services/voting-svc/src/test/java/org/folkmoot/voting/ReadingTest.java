// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What anyone can read. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReadingTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void aPollShowsItsDefinitionAsItWasHashed() {
        var definition = village.definition("rank", Duration.ZERO);
        village.ask(definition);
        awaitState(definition.id(), "open");

        Village.read(definition.id())
                .body("poll", equalTo(definition.id().hex()))
                .body("community", equalTo(village.community().hex()))
                .body("definition.options", contains("Oak", "Elm", "Ash"))
                .body("definition.ballot.method", equalTo("instant-runoff"))
                .body("", not(hasKey("decision")))
                .body("", not(hasKey("waits")));
    }

    @Test
    void aPollThatNobodyAskedForIsNotFound() {
        refused(Village.read(Hash.ZERO), 404, "poll-unknown");
        refused(given().get("/v1/polls/1234").then(), 404, "not-found");
        refused(given().get("/v1/polls/" + Hash.ZERO + "/tally").then(), 404, "poll-unknown");
        refused(given().get("/v1/polls/" + Hash.ZERO + "/roll/" + Hash.ZERO).then(), 404, "poll-unknown");
        refused(given().get("/v1/polls/" + Hash.ZERO + "/ballots/" + Hash.ZERO).then(), 404, "ballot-unknown");
        refused(given().get("/v1/polls/" + Hash.ZERO + "/nothing").then(), 404, "not-found");
    }

    @Test
    void thePollsOfACommunityComeInPages() {
        var opened = new ArrayList<String>();
        for (int i = 0; i < 5; i++) opened.addFirst(village.open("last").hex());

        var first = polls("?limit=2");
        var second = polls("?limit=2&after=" + first.extract().path("next"));
        var third = polls("?limit=2&after=" + second.extract().path("next"));

        var read = new ArrayList<String>();
        for (var page : List.of(first, second, third))
            read.addAll(page.extract().path("items.poll"));
        assertThat(read).isEqualTo(opened);
        third.body("", not(hasKey("next")));
    }

    @Test
    void aPageIsAskedForProperly() {
        refused(pages("?limit=0"), 400, "request-invalid");
        refused(pages("?limit=201"), 400, "request-invalid");
        refused(pages("?after=!!"), 400, "cursor-malformed");
        refused(pages("?after=eHl6"), 400, "cursor-malformed");
    }

    @Test
    void aMemberIsOnTheRollOrNotForAReason() {
        village.leave(3, BEN);
        village.join(4, EVE);
        var later = OpeningTest.at(village.definition("founders", Duration.ZERO), 4);
        village.ask(later);
        awaitState(later.id(), "open");
        var poll = later.id();

        standing(poll, ANN)
                .body("onRoll", equalTo(true))
                .body("power", equalTo("1"))
                .body("reason", equalTo("on-roll"));
        standing(poll, BEN).body("onRoll", equalTo(false)).body("reason", equalTo("left-before"));
        standing(poll, EVE)
                .body("reason", equalTo("not-in-body"))
                .body("body", equalTo("founders"))
                .body("who", equalTo("member.founder"));
        standing(poll, Person.named("Nobody")).body("reason", equalTo("never-member"));
        var earlier = village.open("last");
        standing(earlier, EVE).body("onRoll", equalTo(false)).body("reason", equalTo("joined-later"));
        standing(earlier, BEN).body("onRoll", equalTo(true));
    }

    @Test
    void aWaitingPollHasNoRollAndNoTally() {
        var definition = OpeningTest.at(village.definition("last", Duration.ZERO), 9);
        village.ask(definition);
        awaitState(definition.id(), "waiting");

        refused(given().get("/v1/polls/" + definition.id() + "/tally").then(), 409, "poll-waiting");
        refused(
                given().get("/v1/polls/" + definition.id() + "/roll/" + ANN.in(village.community()))
                        .then(),
                409,
                "poll-waiting");
    }

    @Test
    void aReceiptIsTheSameBytesEveryTime() {
        var poll = village.open("last");
        var ballot = village.ballot(ANN, poll, "for").sign();
        byte[] receipt = Village.post(poll, ballot).statusCode(201).extract().asByteArray();

        var again = given().get("/v1/polls/" + poll + "/ballots/" + Hash.of(ballot.payload()));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.contentType()).startsWith("application/json");
        assertThat(new String(again.asByteArray(), UTF_8)).isEqualTo(new String(receipt, UTF_8));
    }

    @Test
    void theTallyFollowsTheBallots() {
        var poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
        village.cast(BEN, poll, "for").statusCode(201);
        tally(poll, 2, "2", "0");

        village.cast(ANN, poll, "against").statusCode(201);
        village.cast(CAT, poll, "against").statusCode(201);
        clock.pass(Duration.ofSeconds(1));

        tally(poll, 4, "1", "2").body("ballots", equalTo(3)).body("final", equalTo(false));
    }

    @Test
    void theTallyOfAClosedPollIsTheDecision() {
        var poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
        clock.pass(Duration.ofHours(1));
        awaitState(poll, "closed");

        given().get("/v1/polls/" + poll + "/tally")
                .then()
                .body("final", equalTo(true))
                .body("counts.for", equalTo("1"))
                .body("decision.outcome", equalTo("passed"));
    }

    @Test
    void theTallySaysWhatItsNumbersAreIn() {
        var poll = village.open("points");
        village.cast(ANN, poll, Map.of("0", 1, "1", 2)).statusCode(201);
        clock.pass(Duration.ofSeconds(1));

        decimals(poll, 2).body("scaled", contains("total", "winner")).body("counts.winner", equalTo("67"));
        clock.pass(Duration.ofHours(1));
        awaitState(poll, "closed");
        decimals(poll, 2).body("rounds[0].tally.Elm", equalTo("67"));
        decimals(village.open("last"), 0).body("", not(hasKey("scaled")));
    }

    private static ValidatableResponse decimals(Hash poll, int decimals) {
        return given().get("/v1/polls/" + poll + "/tally").then().body("decimals", equalTo(decimals));
    }

    private ValidatableResponse tally(Hash poll, int accepted, String inFavor, String against) {
        return given().get("/v1/polls/" + poll + "/tally")
                .then()
                .statusCode(200)
                .body("state", equalTo("open"))
                .body("accepted", equalTo(accepted))
                .body("counts.for", equalTo(inFavor))
                .body("counts.against", equalTo(against));
    }

    private ValidatableResponse standing(Hash poll, Person person) {
        return given().get("/v1/polls/" + poll + "/roll/" + person.in(village.community()))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse polls(String query) {
        return pages(query).statusCode(200);
    }

    private ValidatableResponse pages(String query) {
        return given().urlEncodingEnabled(false)
                .get("/v1/communities/" + village.community() + "/polls" + query)
                .then();
    }
}
