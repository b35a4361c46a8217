// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The actions of a proposal are checked when it is proposed, when it passes and when they are enacted, and all of it is shown. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ChecksTest {
    @Inject
    TestClock clock;

    private Town town;
    private String proposal;
    private Vote vote;

    @BeforeEach
    void propose() {
        town = Town.found(clock);
        proposal = town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
        vote = Vote.on(proposal);
    }

    @Test
    void eachTimeIsShownWithItsMomentAndItsConstitution() {
        var rules = town.constitution().hash().hex();
        get(proposal)
                .body("checks.when", contains("proposed"))
                .body("checks[0].at", equalTo(Times.text(vote.submission().submittedAt())))
                .body("checks[0].constitution", equalTo(rules));

        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");

        get(proposal)
                .body("checks.when", contains("proposed", "passed"))
                .body("checks[1].at", equalTo(Times.text(vote.closesAt())))
                .body("checks[1].constitution", equalTo(rules))
                .body("checks[1].faults", empty());
    }

    /** Whoever owns the action says so on the own topic. */
    @ParameterizedTest
    @ValueSource(strings = {Topics.TREASURY, Topics.IDENTITY, Topics.VOTING})
    void theRefusalOfTheOwnerIsTheThird(String topic) {
        clock.reach(vote.closesAt().plus(Duration.ofDays(2)));
        News.tell(Topics.VOTING, vote.passed());

        News.tell(topic, Answer.failed(News.await(proposal, EnactmentDueV1.class), clock));
        town.awaitState(proposal, "failed");

        get(proposal)
                .body("checks.when", contains("proposed", "passed", "enacted"))
                .body("checks[2].at", equalTo(Times.text(clock.instant())))
                .body("checks[2].faults.refusal", contains("insufficient-funds"))
                .body("checks[2].faults.reason", contains("The treasury has 5.00 SKR."));
        var failedAt = clock.instant();
        clock.pass(Duration.ofDays(30));
        get(proposal).body("state", equalTo("expired")).body("checks[2].at", equalTo(Times.text(failedAt)));
        town.awaitState(proposal, "expired");
        get(proposal)
                .body("checks[2].at", equalTo(Times.text(failedAt)))
                .body("checks[2].faults.reason", contains("The treasury has 5.00 SKR."));
    }

    @Test
    void whatTheRulesDoNotKnowAnyMoreIsSaidWhenItPasses() {
        var next = town.amend("SKR", "SKQ");
        town.await(() -> post(
                        town.draftsPath(),
                        town.draft(ANN, "Another", List.of(town.transfer("10.00")))
                                .sign())
                .statusCode(422));
        clock.reach(vote.closesAt());

        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");

        get(proposal)
                .body("checks[1].constitution", equalTo(next.hash().hex()))
                .body("checks[1].faults.action", hasSize(1))
                .body("checks[1].faults[0].field", equalTo("asset"))
                .body("checks[1].faults[0].reason", equalTo("There is no asset 'SKR'."));
    }
}
