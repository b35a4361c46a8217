// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.folkmoot.contracts.DrawnV1;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.Lots;
import org.folkmoot.voting.News;
import org.folkmoot.voting.Stuck;
import org.folkmoot.voting.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A round ends once, and draws from nothing but what was committed to. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EndRoundTest {
    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    @Inject
    EndRound endRound;

    @Inject
    AgroalDataSource database;

    private Lots lots;
    private Hash draw;

    @BeforeEach
    void reveal() {
        lots = Lots.found(clock, membership);
        draw = lots.open(Lots.one());
        lots.commit(ANN, draw, 1).statusCode(201);
        lots.commit(BEN, draw, 1).statusCode(201);
        lots.reachReveals(draw, 1);
        lots.reveal(ANN, draw, 1).statusCode(201);
        lots.reveal(BEN, draw, 1).statusCode(201);
    }

    @Test
    void howeverManyReplicasLookThePanelIsDrawnOnce() {
        lots.reachClose(draw, 1);

        var replicas = Stream.generate(() -> CompletableFuture.runAsync(this::endAll))
                .limit(6)
                .toList();
        replicas.forEach(CompletableFuture::join);

        Lots.awaitState(draw, "drawn");
        News.await(draw.hex(), DrawnV1.class);
        endAll();
        assertThat(News.about(draw.hex(), DrawnV1.class)).hasSize(1);
    }

    @Test
    void aPoolThatWasChangedDrawsNobodyUntilItIsWhatItWas() throws SQLException {
        var cat = CAT.in(lots.village().community());
        swap(cat, Hash.ZERO);
        lots.reachClose(draw, 1);

        Lots.awaitState(draw, "ending");
        try {
            endRound.handle(Set.of());
        } catch (Stuck _) {
            // This replica and the others leave it alone for a while.
        }
        Lots.awaitState(draw, "ending");

        swap(Hash.ZERO, cat);
        clock.pass(Duration.ofMinutes(1));
        Lots.awaitState(draw, "drawn");
    }

    private void endAll() {
        boolean more = true;
        while (more) more = endRound.handle(Set.of());
    }

    private void swap(Hash one, Hash other) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        update draw_person set member = ?
                        where member = ? and draw_no = (select no from draw where id = ?)""")) {
            statement.setBytes(1, other.bytes());
            statement.setBytes(2, one.bytes());
            statement.setBytes(3, draw.bytes());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
