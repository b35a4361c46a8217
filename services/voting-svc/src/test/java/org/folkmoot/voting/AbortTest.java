// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.awaitState;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.TraceEntry;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a body's polls end with its membership, one who comes or leaves ends them, whatever was cast. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AbortTest {
    @Inject
    TestClock clock;

    private Village village;
    private PollDefinition poll;

    /** Ann, Ben and Cat are for it. */
    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.definition("settled", Duration.ZERO);
        village.ask(poll);
        awaitState(poll.id(), "open");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        village.cast(CAT, poll.id(), "for").statusCode(201);
    }

    @Test
    void whereNothingChangesThePolicyDecides() {
        var decision = close();

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(last(decision).words())
                .isEqualTo("Nobody came into the body and nobody left it while the poll was open.");
    }

    @Test
    void oneWhoComesEndsIt() {
        village.join(3, EVE);

        endsUndecided("0 left it and 1 came into it, as of membership position 3", "3");
    }

    @Test
    void oneWhoLeavesEndsIt() {
        village.leave(3, CAT);

        endsUndecided("1 left it and 0 came into it, as of membership position 3", "2");
    }

    @Test
    void oneWhoLeavesAndOneWhoComesDoNotMakeUpForEachOther() {
        village.leave(3, CAT);
        village.join(4, EVE);

        endsUndecided("1 left it and 1 came into it, as of membership position 4", "2");
    }

    private void endsUndecided(String how, String stayed) {
        var position = Long.parseLong(how.substring(how.length() - 1));
        village.awaitHeard(position);

        var decision = close();

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.winners()).isEmpty();
        assertThat(decision.ballots()).isEqualTo(3);
        assertThat(last(decision).words())
                .isEqualTo("The body changed while the poll was open: " + how + ". So the poll ends undecided.");
        assertThat(last(decision).numerator().getFirst().value()).hasToString(stayed);
    }

    private static TraceEntry last(DecisionReachedV1 decision) {
        return decision.trace().getLast();
    }

    private DecisionReachedV1 close() {
        clock.reach(poll.closesAt());
        return News.await(poll.id().hex(), DecisionReachedV1.class);
    }
}
