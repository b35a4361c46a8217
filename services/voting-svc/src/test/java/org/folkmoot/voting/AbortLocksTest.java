// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.EVE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1.Outcome;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roll of a followed poll is compared while members delegate, and none of them is decided without. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AbortLocksTest {
    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private Village village;
    private Polling polling;
    private PollDefinition poll;

    @BeforeEach
    void open() {
        village = Village.found(clock).heard();
        polling = new Polling(village);
        poll = polling.open("reached-steady");
    }

    @Test
    void nobodyWhoDelegatesWaitsWhileARollIsCompared() {
        village.cast(ANN, poll.id(), "for").statusCode(201);

        var waits = whileCompared(poll.closesAt(), () -> new Locks(database).holdUpDelegations(village.community()));

        assertThat(waits).isFalse();
        assertThat(polling.close(poll).counts()).containsEntry("for", BigInteger.ONE);
    }

    /** By the clock of whoever delegates the poll is open still, and with Ben's power it is decided: by what was not compared. */
    @Test
    void whatIsSaidMeanwhileForAnEarlierMomentIsCounted() {
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.join(3, EVE);
        village.awaitHeard(3);
        var earlier = poll.closesAt().minusMillis(1);

        var since = whileCompared(
                poll.closesAt(),
                () -> clock.behind(earlier, () -> new DelegationActs(village).since(BEN, "steady", ANN)));

        assertThat(since).isEqualTo(earlier);
        var decision = polling.close(poll);
        assertThat(decision.decidedAt()).isEqualTo(earlier);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO);
        assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.trace().getLast().rule()).isEqualTo("changes");
    }

    /** Does something while the comparison has begun and cannot go on. */
    private <T> T whileCompared(Instant at, Supplier<T> what) {
        return new Locks(database).whileWaiting("known_role", poll.id(), clock, at, what);
    }
}
