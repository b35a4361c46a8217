// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    @Test
    void whoIsInTheSameBatchIsNotHeldUp() {
        var ann = village.ballot(ANN, poll, "against");
        var ben = village.ballot(BEN, poll, "for");
        var benAgain = village.ballot(BEN, poll, "against");
        var lines = Stream.of(ann, ben, benAgain)
                .map(ballot -> new String(ballot.sign().json(), UTF_8))
                .collect(Collectors.joining("\n"));

        var answers = whileWriting(
                        ann.seq() + 1, () -> Http.send(poll, "/stream", "application/x-ndjson", lines.getBytes(UTF_8)))
                .split("\n");

        assertThat(answers).hasSize(3);
        assertThat(answers[0]).contains("\"line\":1", "seq-replayed", "\"last\":" + (ann.seq() + 1));
        assertThat(answers[1]).contains("\"number\":2");
        assertThat(answers[2]).contains("\"number\":3");
    }

    private Response whileWriting(LongUnaryOperator act) {
        var ballot = village.ballot(ANN, poll, "against");
        ballotSeq = ballot.seq();
        return whileWriting(
                act.applyAsLong(ballotSeq),
                () -> CompletableFuture.supplyAsync(
                        () -> Village.post(poll, ballot.sign()).extract().response()));
    }

    /** Sends ballots while another act of Ann with a number is about to be committed. */
    private <T> T whileWriting(long act, Supplier<CompletableFuture<T>> ballots) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    new Sql(database)
                            .update(
                                    "update actor_seq set seq = ? where community = ? and actor = ?",
                                    act,
                                    village.community().bytes(),
                                    ANN.in(village.community()).bytes());
                    var sent = ballots.get();
                    var locks = new Locks(database);
                    int backend = locks.backend();
                    Village.await(() -> assertThat(locks.keepsWaiting(backend)).isTrue());
                    return sent;
                })
                .join();
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
