// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.CAT;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proposal may want its actions enacted all together or not at all. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TogetherTest {
    private static final Duration TIMELOCK = Duration.ofDays(2);
    private static final String INVALID = "urn:folkmoot:problem:action-invalid";

    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void allActionsAreDueAsOneAndEnactedByOneAnswer() {
        var proposal = passed(List.of(town.transfer("10.00"), town.transfer("20.00")));

        var due = News.await(proposal, EnactmentDueV1.class);
        get(proposal).body("enact", equalTo("together")).body("enactment.actions", contains("ordered", "ordered"));
        News.tell(Topics.TREASURY, Answer.enacted(due, clock));
        town.awaitState(proposal, "enacted");

        assertThat(due.actionIndex()).isZero();
        assertThat(StrictJson.parse(due.action().getBytes(UTF_8)))
                .isEqualTo(Json.of(Map.of(
                        "type",
                        "together",
                        "actions",
                        List.of(
                                Map.of("index", 0L, "action", town.transfer("10.00")),
                                Map.of("index", 1L, "action", town.transfer("20.00"))))));
        get(proposal).body("enactment.actions", contains("enacted", "enacted"));
        assertThat(Answer.orders(proposal)).hasSize(1);
    }

    @Test
    void aFailureIsThatOfAllAndARetryOrdersAllAgain() {
        var proposal = passed(List.of(town.transfer("10.00"), town.transfer("20.00")));
        var first = News.await(proposal, EnactmentDueV1.class);
        News.tell(Topics.TREASURY, Answer.failed(first, clock));
        town.awaitState(proposal, "failed");
        get(proposal)
                .body("enactment.actions", contains("failed", "failed"))
                .body("failure.detail", equalTo("The treasury has 5.00 SKR."));

        post(
                        path(proposal, "retry"),
                        town.about(BEN, "proposal.retry/1", proposal).sign())
                .statusCode(200)
                .body("attempt", equalTo(2));

        town.await(() -> assertThat(Answer.orders(proposal)).hasSize(2));
        var second = Answer.orders(proposal).getLast();
        assertThat(second.action()).isEqualTo(first.action());
        assertThat(second.enactment()).isNotEqualTo(first.enactment());
        News.tell(Topics.TREASURY, Answer.enacted(first, clock)); // an answer to the first attempt, which is over
        News.tell(Topics.TREASURY, Answer.enacted(second, clock));
        town.awaitState(proposal, "enacted");
    }

    @Test
    void aProposalBehindOneThatFailedIsNotHeldUp() {
        var failing = passed(List.of(town.transfer("10.00"), town.transfer("20.00")));
        var behind = passed(List.of(town.transfer("1.00")));
        News.tell(Topics.TREASURY, Answer.failed(News.await(failing, EnactmentDueV1.class), clock));

        News.tell(Topics.TREASURY, Answer.enacted(News.await(behind, EnactmentDueV1.class), clock));

        town.awaitState(behind, "enacted");
        town.awaitState(failing, "failed");
    }

    @Test
    void eachForItselfWhatWasEnactedStaysAndTheRestWaitsBehindWhatFailed() {
        var actions = Stream.of(town.transfer("10.00"), town.transfer("20.00"), reinstating())
                .map(action -> option(action, "Bridge"))
                .toList();
        var draft = town.draft(ANN, "Payments", actions).with("options", List.of("Bridge", "School"));
        String proposal =
                post(town.draftsPath(), draft.sign()).statusCode(201).extract().path("proposal");
        pass(proposal, "Bridge");

        News.tell(Topics.TREASURY, Answer.enacted(News.await(proposal, EnactmentDueV1.class), clock));
        town.await(() -> assertThat(Answer.orders(proposal)).hasSize(2));
        News.tell(Topics.TREASURY, Answer.failed(Answer.orders(proposal).getLast(), clock));
        town.awaitState(proposal, "failed");

        get(proposal).body("enactment.actions", contains("enacted", "failed", "waiting"));
        assertThat(Answer.orders(proposal)).hasSize(2);
    }

    @Test
    void onlyWhatHangsOnTheOptionThatWonIsDueTogether() {
        var actions = List.of(
                option(town.transfer("10.00"), "Bridge"),
                option(town.transfer("20.00"), "School"),
                town.transfer("1.00"));
        String proposal = drafted(actions, List.of("Bridge", "School"))
                .statusCode(201)
                .extract()
                .path("proposal");
        pass(proposal, "School");

        var due = News.await(proposal, EnactmentDueV1.class);

        get(proposal).body("enactment.actions", contains("skipped", "ordered", "ordered"));
        assertThat(due.actionIndex()).isEqualTo(1);
        assertThat(due.action()).contains("20.00", "1.00").doesNotContain("10.00");
    }

    @Test
    void whatIsNotTheTreasurysIsRefusedWithItsPath() {
        var actions = List.of(town.transfer("1.00"), town.transfer("2.00"), reinstating());

        drafted(actions, List.of())
                .statusCode(422)
                .body("type", equalTo(INVALID))
                .body("action", equalTo(2))
                .body("field", equalTo("type"))
                .body("faults.reason", hasItem("A member.reinstate is not enacted together with other actions."));
    }

    @Test
    void moreThanSixtyFourLegsAreRefused() {
        var leg = new TreeMap<>(town.transfer("0.01"));
        leg.remove("type");
        var legs = Map.<String, Object>of("type", "treasury.transaction", "legs", Collections.nCopies(64, leg));

        drafted(List.of(legs, town.transfer("0.01")), List.of())
                .statusCode(422)
                .body("type", equalTo(INVALID))
                .body("action", equalTo(1));
    }

    @Test
    void itIsEachOrTogether() {
        post(
                        town.draftsPath(),
                        town.draft(ANN, "Payments", List.of(town.transfer("1.00")))
                                .with("enact", "all")
                                .sign())
                .statusCode(400)
                .body("type", equalTo("urn:folkmoot:problem:payload-malformed"));
        var each = town.drafted(CAT, "Payments", List.of(town.transfer("1.00")));
        get(each).body("enact", equalTo("each"));
    }

    private String passed(List<? extends Map<String, ?>> actions) {
        String proposal = drafted(actions, List.of()).statusCode(201).extract().path("proposal");
        pass(proposal);
        return proposal;
    }

    private void pass(String proposal, String... winners) {
        post(path(proposal, "submission"), town.submission(ANN, proposal).sign())
                .statusCode(200);
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt().plus(TIMELOCK));
        News.tell(Topics.VOTING, vote.passed(winners));
        town.awaitState(proposal, "enacting");
    }

    private ValidatableResponse drafted(List<? extends Map<String, ?>> actions, List<String> options) {
        var draft = town.draft(ANN, "Payments", actions).with("enact", "together");
        return post(town.draftsPath(), (options.isEmpty() ? draft : draft.with("options", options)).sign());
    }

    private Map<String, String> reinstating() {
        return Map.of(
                "type",
                "member.reinstate",
                "member",
                Town.EVE.in(town.community()).hex());
    }

    private static Map<String, String> option(Map<String, String> action, String option) {
        var larger = new TreeMap<>(action);
        larger.put("option", option);
        return larger;
    }
}
