// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A poll that time alone decides is decided at its own millisecond, also when nobody does anything then. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DecidedByTimeTest {
    private static final String FALLING = """
            policies:
              - name: settling-in-time
                applies: "true"
                body: citizens
                ballot: { method: for-against-abstain, revote: first }
                approval: { count: [for], of: [for, against], atLeast: { curve: linear, begin: 1, end: 0 } }
                early: [ { passes: irreversible } ]
                timing: { delay: PT0S, period: PT1H, timelock: PT0S, expires: P7D }
            """;

    @Inject
    TestClock clock;

    private Village village;
    private PollDefinition poll;
    private Instant due;

    /** Two of three are for it: whatever Cat says, that is enough when a third of the time is over. */
    @BeforeEach
    void vote() {
        village = Village.found(clock, text -> text.replace("policies:\n", FALLING));
        poll = new Polling(village).open("settling-in-time");
        due = poll.opensAt().plus(Duration.ofMinutes(20));
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 600_000, 3_600_000})
    void theServiceFindsItByItself(long later) {
        clock.reach(due.plusMillis(later));

        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).decidedAt())
                .isEqualTo(due);
    }

    @Test
    void aBallotComesInTimeUntilThen() {
        clock.reach(due.minusMillis(1));

        village.cast(CAT, poll.id(), "against").statusCode(201);
    }

    @Test
    void aBallotComesTooLateFromThenOn() {
        var late = village.ballot(CAT, poll.id(), "against").sign();
        clock.reach(due);

        refused(Village.post(poll.id(), late), 409, "ballot-late").body("closesAt", equalTo(Times.text(due)));
    }
}
