// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delegations in several chambers that are decided together: each has those of its own body, and none is looked at alone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DelegationInChambersTest {
    @Inject
    TestClock clock;

    private Village village;
    private DelegationActs acts;
    private Polling polling;

    @BeforeEach
    void found() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
        polling = new Polling(village);
    }

    @Test
    void eachChamberHasItsOwnDelegates() {
        acts.set(ANN, "commons", CAT).statusCode(201);
        acts.set(ANN, "elders", BEN).statusCode(201);
        clock.pass(Duration.ofMillis(5));
        var poll = polling.open("both-houses");
        var elders = polling.chamber(poll, "elders");
        village.cast(CAT, poll.id(), "for").statusCode(201);
        village.cast(BEN, elders, "for").statusCode(201);

        var decision = polling.close(poll);

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO);
        assertThat(News.await(elders.hex(), DecisionReachedV1.class).counts()).containsEntry("for", BigInteger.TWO);
        assertThat(decision.trace())
                .extracting("rule")
                .containsExactly("commons/approval", "elders/approval", "commons/delegation", "elders/delegation");
        polling.share(poll.id(), ANN).body("delegation.carried.by", contains(id(CAT)));
        polling.share(elders, ANN).body("delegation.carried.by", contains(id(BEN)));
    }

    /** Whoever delegates after the opening comes too late for elders, but not for one poll. */
    @Test
    void aChamberCountsAsOfItsOpeningWhereItsBodySaysSo() {
        var poll = polling.open("both-houses");
        var elders = polling.chamber(poll, "elders");
        acts.set(ANN, "elders", BEN).statusCode(201);
        village.cast(BEN, elders, "for").statusCode(201);
        polling.awaitCounts(elders, 1, 0);

        acts.set(ANN, "elders", Map.of("poll", elders.hex()), BEN).statusCode(201);
        clock.pass(Duration.ofMillis(5));

        polling.awaitCounts(elders, 2, 0);
        polling.close(poll);
        assertThat(News.await(elders.hex(), DecisionReachedV1.class).counts()).containsEntry("for", BigInteger.TWO);
    }

    /**
     * Ben's power is counted against until the same moment in both: without it one approves with one of two, which would be
     * decided at once, and the other vetoes it with one of two.
     */
    @Test
    void whatEndsInBothAtOneMomentIsLookedAtTogether() {
        var poll = polling.open("vetoed-commons");
        var watch = polling.chamber(poll, "watch");
        var until = poll.opensAt().plus(Duration.ofMinutes(20));
        acts.set(BEN, "commons", Map.of("until", Times.text(until)), CAT).statusCode(201);
        acts.set(BEN, "secretive", Map.of("until", Times.text(until)), CAT).statusCode(201);
        village.cast(CAT, watch, "for").statusCode(201);
        village.cast(ANN, watch, "against").statusCode(201);
        village.cast(CAT, poll.id(), "against").statusCode(201);
        village.cast(ANN, poll.id(), "for").statusCode(201);
        polling.awaitCounts(poll.id(), 1, 2);

        clock.reach(until);
        polling.awaitCounts(poll.id(), 1, 1);

        var decision = polling.close(poll);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.decidedAt()).isEqualTo(poll.closesAt());
    }

    private String id(Person person) {
        return person.in(village.community()).hex();
    }
}
