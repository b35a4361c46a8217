// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A voter does something else at the very moment at which their ballot is written: their numbers go on rising. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OvertakenTest {
    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private Village village;
    private Hash poll;
    private long ballotSeq;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
    }

    @Test
    void aBallotBehindAnActThatCameFirstIsAReplay() {
        var answer = whileWriting(seq -> seq);

        answer.then().statusCode(409).body("type", equalTo("urn:folkmoot:problem:seq-replayed"));
        assertThat(lastSeq()).isEqualTo(ballotSeq);
    }

    @Test
    void aBallotBeforeAnActThatCameFirstIsAReplay() {
        var answer = whileWriting(seq -> seq + 1);

        answer.then()
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:seq-replayed"))
                .body("last", equalTo(ballotSeq + 1));
        assertThat(lastSeq()).isEqualTo(ballotSeq + 1);
    }

    @Test
    void aBallotAfterAnActThatCameFirstIsAccepted() {
        var answer = whileWriting(seq -> seq - 1);

        answer.then().statusCode(201).body("number", equalTo(2));
        assertThat(lastSeq()).isEqualTo(ballotSeq);
    }

    /** Sends a ballot while another act of its voter, whose number is told from the ballot's, is about to be committed. */
    private Response whileWriting(LongFunction<Long> act) {
        var ballot = village.ballot(ANN, poll, "against");
        ballotSeq = ballot.seq();
        var answer = QuarkusTransaction.requiringNew().call(() -> {
            new Sql(database)
                    .update(
                            "update actor_seq set seq = ? where community = ? and actor = ?",
                            act.apply(ballotSeq),
                            village.community().bytes(),
                            ANN.in(village.community()).bytes());
            var sent = CompletableFuture.supplyAsync(
                    () -> Village.post(poll, ballot.sign()).extract().response());
            var locks = new Locks(database);
            int backend = locks.backend();
            Village.await(() -> assertThat(locks.keepsWaiting(backend)).isTrue());
            return sent;
        });
        return answer.join();
    }

    private long lastSeq() {
        return new Sql(database)
                .first(
                        "select seq from actor_seq where community = ? and actor = ?",
                        row -> row.getLong(1),
                        village.community().bytes(),
                        ANN.in(village.community()).bytes())
                .orElseThrow();
    }
}
