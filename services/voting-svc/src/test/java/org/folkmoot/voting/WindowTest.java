// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A poll takes ballots from the first millisecond of its window to the last, and at no other time. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WindowTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void noBallotIsTakenBeforeThePollOpens() {
        var definition = village.definition("last", Duration.ofMinutes(10));
        var poll = definition.id();
        village.ask(definition);
        awaitState(poll, "delayed");

        refused(village.cast(ANN, poll, "for"), 409, "poll-not-open")
                .body("opensAt", equalTo(Times.text(definition.opensAt())));
        clock.reach(definition.opensAt().minusMillis(1));
        refused(village.cast(ANN, poll, "for"), 409, "poll-not-open");
        clock.reach(definition.opensAt());
        village.cast(ANN, poll, "for").statusCode(201);
        awaitState(poll, "open");
    }

    @Test
    void theLastMillisecondCountsAndTheDeadlineDoesNot() {
        var definition = opened();
        var poll = definition.id();
        var tooLate = village.ballot(BEN, poll, "against").sign();

        clock.reach(definition.closesAt().minusMillis(1));
        village.cast(ANN, poll, "for").statusCode(201);
        clock.reach(definition.closesAt());
        post(poll, tooLate).statusCode(409);

        awaitState(poll, "closed");
        refused(village.cast(CAT, poll, "against"), 409, "ballot-late")
                .body("closesAt", equalTo(Times.text(definition.closesAt())));
        Village.read(poll).body("accepted", equalTo(1));
    }

    @Test
    void aPollThatIsCalledOffTakesNoMoreBallots() {
        var definition = opened();
        var poll = definition.id();
        village.cast(ANN, poll, "for").statusCode(201);

        News.tell(
                Topics.PROPOSALS,
                new ProposalCancelledV1(
                        village.community().hex(),
                        definition.proposal().hex(),
                        poll.hex(),
                        "changed my mind",
                        clock.instant()));
        awaitState(poll, "cancelled");

        refused(village.cast(BEN, poll, "for"), 410, "poll-cancelled");
        Village.read(poll).body("reason", equalTo("changed my mind"));
    }

    @Test
    void aDecisionCannotBeCalledOff() {
        var definition = opened();
        clock.reach(definition.closesAt());
        awaitState(definition.id(), "closed");

        News.tell(
                Topics.PROPOSALS,
                new ProposalCancelledV1(
                        village.community().hex(),
                        definition.proposal().hex(),
                        definition.id().hex(),
                        "too late",
                        clock.instant()));
        village.open("last"); // told later under another key, so give the first a moment

        Village.read(definition.id()).body("state", equalTo("closed"));
    }

    private PollDefinition opened() {
        var definition = village.definition("last", Duration.ZERO);
        village.ask(definition);
        awaitState(definition.id(), "open");
        return definition;
    }
}
