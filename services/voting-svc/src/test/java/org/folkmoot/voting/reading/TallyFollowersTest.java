// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.TestClock;
import org.folkmoot.voting.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A count is read for those who follow it, and for nobody when they are gone. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TallyFollowersTest {
    @Inject
    TestClock clock;

    @Inject
    TallyFeeds feeds;

    @Inject
    DataSource database;

    private Hash poll;

    @BeforeEach
    void open() {
        poll = Village.found(clock).open("last");
    }

    @Test
    void nothingIsReadWhenTheLastHasGone() throws IOException {
        try (var one = follow();
                var other = follow()) {
            assertThat(one.getInputStream().read()).isEqualTo('H');
            assertThat(other.getInputStream().read()).isEqualTo('H');
            one.close();
            Village.await(() -> assertThat(feeds.latest(poll)).isPresent());
        }

        Village.await(() -> assertThat(feeds.isFollowed(poll)).isFalse());
        assertThat(feeds.latest(poll)).isEmpty();
    }

    @Test
    void whoeverGoesBeforeTheFirstCountDoesNotStay() throws IOException, InterruptedException {
        QuarkusTransaction.requiringNew().call(() -> {
            var sql = new Sql(database);
            sql.update("lock table poll in access exclusive mode");
            int backend =
                    sql.first("select pg_backend_pid()", row -> row.getInt(1)).orElseThrow();
            var gone = follow();
            // Others wait for the table, too; whoever asks for this poll came with this connection.
            Village.await(() -> assertThat(sql.first(
                                    "select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))",
                                    row -> row.getLong(1),
                                    backend)
                            .orElseThrow())
                    .isPositive());
            TimeUnit.MILLISECONDS.sleep(300);
            gone.close();
            TimeUnit.MILLISECONDS.sleep(300);
            return 0;
        });

        TimeUnit.SECONDS.sleep(2); // it has joined by then, and one count later it is found to be gone
        Village.await(() -> assertThat(feeds.isFollowed(poll)).isFalse());
    }

    private Socket follow() throws IOException {
        var socket = new Socket("127.0.0.1", RestAssured.port);
        socket.getOutputStream()
                .write(("GET /v1/polls/" + poll.hex() + "/tally/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(US_ASCII));
        return socket;
    }
}
