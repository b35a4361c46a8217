// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A close is said and stays said before it is counted, also if whoever counts dies in between. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AnnouncedCloseTest {
    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private Village village;
    private DelegationActs acts;
    private Polling polling;
    private PollDefinition poll;

    /** Cat's ballot carries Ann's power. */
    @BeforeEach
    void open() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
        polling = new Polling(village);
        poll = polling.open("parks");
        village.cast(CAT, poll.id(), "for").statusCode(201);
        acts.set(ANN, "commons", CAT).statusCode(201);
    }

    @Test
    void whoCountsHasSaidTheCloseInATransactionThatIsOver() {
        var said = whileCounted(this::said);

        assertThat(said).contains(poll.closesAt());
        assertThat(polling.close(poll).counts()).containsEntry("for", BigInteger.TWO);
    }

    /** Ben delegates by a clock by which the poll is open still, after the count has ended without an end. */
    @Test
    void whatIsSaidBetweenACountThatDiedAndTheNextHoldsFromTheCloseOn() {
        var since = whileCounted(() -> {
            new Locks(database).killWhoWaitsFor("known_role");
            return clock.behind(poll.closesAt().minusMillis(1), () -> acts.since(BEN, "commons", CAT));
        });

        assertThat(since).isEqualTo(poll.closesAt());
        assertThat(polling.close(poll).counts()).containsEntry("for", BigInteger.TWO);
        polling.awaitTurn();
        assertThat(News.about(poll.id().hex(), DecisionReachedV1.class)).hasSize(1);
    }

    private <T> T whileCounted(Supplier<T> what) {
        return new Locks(database).whileWaiting("known_role", poll.id(), clock, poll.closesAt(), what);
    }

    /** The close that everybody sees. */
    private Optional<Instant> said() {
        return new Locks(database)
                .apart(() -> new Sql(database)
                        .first(
                                "select at from counted_body where community = ? and body = 'commons'",
                                row -> Sql.instant(row, 1),
                                village.community().bytes()));
    }
}
