// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.EVE;
import static org.folkmoot.proposals.Town.get;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a proposal that passed can be enacted follows from its policy, its poll and its decision. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EnactmentWindowTest {
    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    /** One of three is against: 7/12 of the way from 1/10 to 1/2, and of the four days from the first to the fifth. */
    @Test
    void resistanceAddsToTheTimelock() {
        var vote = passed(8);

        enactable("resisted", vote, vote.closesAt().plus(Duration.ofHours(48 + 24 + 56)), Duration.ofDays(7));
    }

    @Test
    void itIsEnactedInTheWindowThatBeganWithThePoll() {
        var vote = passed(9);

        enactable("windowed", vote, vote.opensAt().plus(Duration.ofDays(4)), Duration.ofDays(1));
    }

    private void enactable(String policy, Vote vote, Instant from, Duration length) {
        var proposal = vote.submission().proposal();
        town.awaitState(proposal, "timelocked");
        get(proposal)
                .body("submission.policy", equalTo(policy))
                .body("enactment.eta", equalTo(Times.text(from)))
                .body("enactment.expiry", equalTo(Times.text(from.plus(length))));
    }

    private Vote passed(int actions) {
        var reinstate = Map.of(
                "type", "member.reinstate", "member", EVE.in(town.community()).hex());
        var vote = Vote.on(town.submitted(ANN, "Let all back in", Collections.nCopies(actions, reinstate)));
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());
        return vote;
    }
}
