// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.voting.BallotLock;
import org.folkmoot.voting.Locks;
import org.folkmoot.voting.TestClock;
import org.folkmoot.voting.Village;
import org.folkmoot.voting.domain.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ballots are committed by what is known of a poll as long as it is so, and otherwise ruled on as if nothing were known. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class KnownPollsTest {
    private static final String CAST = "select %s from ballot where poll_no = (select no from poll where poll = ?)";

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @Inject
    CommitAsked commitAsked;

    @Inject
    LoadPoll loadPoll;

    private Village village;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("first");
    }

    @Test
    void whoeverWroteTheFirstBallotKnowsThePoll() {
        assertThat(isKnown(() -> accept(ANN, 1))).isFalse();

        assertThat(isKnown(() -> accept(BEN, 2))).isTrue();
        assertThat(isKnown(() -> accept(CAT, 3))).isTrue();
    }

    @Test
    void whoHasVotedIsRefusedAndThePollStaysKnown() {
        accept(ANN, 1);

        assertThat(isKnown(() -> refuse(ANN, "already-voted"))).isFalse();

        assertThat(isKnown(() -> accept(BEN, 2))).isTrue();
        assertThat(isKnown(() -> refuse(BEN, "already-voted"))).isFalse();
        assertThat(cast()).isEqualTo(2);
    }

    @Test
    void whoReplacesABallotIsRememberedByTheCount() {
        poll = village.open("last");
        accept(ANN, 1);
        accept(BEN, 2);

        assertThat(isKnown(() -> accept(BEN, 3))).isFalse();

        assertThat(isKnown(() -> accept(CAT, 4))).isTrue();
        assertThat(revoters()).isEqualTo(1);
    }

    @Test
    void whatAnotherReplicaTookIsReadFirst() {
        accept(ANN, 1);
        assertThat(((Ruling.Accepted) other(BEN)).number()).isEqualTo(2);

        assertThat(isKnown(() -> refuse(BEN, "already-voted"))).isFalse();

        // Whoever has just read the ballots of others waits for a batch after which there are none.
        assertThat(isKnown(() -> accept(CAT, 3))).isFalse();
        assertThat(isKnown(() -> refuse(ANN, "already-voted"))).isFalse();
        assertThat(cast()).isEqualTo(3);
    }

    @Test
    void aNumberThatAnotherReplicaTookIsGivenOnce() {
        accept(ANN, 1);
        other(BEN);

        assertThat(isKnown(() -> accept(CAT, 3))).isFalse();
    }

    /** The voter did something else before, of which the polls know nothing. */
    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, false"})
    void aVotersNumbersGoOnRising(int more, boolean accepted) {
        accept(ANN, 1);
        var ballot = village.ballot(BEN, poll, "for");
        sql(
                "insert into actor_seq (community, actor, seq) values (?, ?, ?)"
                        + " on conflict (community, actor) do update set seq = excluded.seq",
                village.community().bytes(),
                BEN.in(village.community()).bytes(),
                ballot.seq() + more);

        boolean known = isKnown(() -> Village.post(poll, ballot.sign()).statusCode(accepted ? 201 : 409));

        assertThat(known).isEqualTo(accepted);
        assertThat(cast()).isEqualTo(accepted ? 2 : 1);
        accept(CAT, accepted ? 3 : 2);
    }

    @Test
    void whoeverAddsBallotsIsWaitedFor() {
        accept(ANN, 1);

        var answer = whileHolding("select pg_advisory_xact_lock(" + BallotLock.KEY + ")");

        answer.then().statusCode(201).body("number", equalTo(2));
    }

    @Test
    void whoeverChangesThePollIsWaitedFor() {
        accept(ANN, 1);

        var answer = whileHolding("select no from poll where state = 'open' order by no for update");

        answer.then().statusCode(201).body("number", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = 'cancelled', reason = 'withdrawn', ended_at = opens_at | 410 | poll-cancelled",
                "unsealing_since = opens_at | 409 | ballot-late"
            },
            quoteCharacter = '"')
    void aPollThatIsOverTakesNothing(String over, int status, String problem) {
        accept(ANN, 1);
        sql("update poll set " + over + " where poll = ?", (Object) poll.bytes());

        assertThat(isKnown(() -> refuse(BEN, status, problem))).isFalse();

        assertThat(cast()).isEqualTo(1);
    }

    /** The database was restored from a copy that lacks the last ballots. */
    @Test
    void whatIsKnownAndNotInTheRecordIsForgotten() {
        accept(ANN, 1);
        accept(BEN, 2);
        accept(CAT, 3);
        sql("delete from ballot where poll_no = (select no from poll where poll = ?) and number > 1", (Object)
                poll.bytes());

        assertThat(isKnown(() -> accept(BEN, 2))).isFalse();

        assertThat(isKnown(() -> accept(CAT, 3))).isFalse();
        refuse(ANN, "already-voted");
        assertThat(cast()).isEqualTo(3);
    }

    /** The same, and others have voted since. */
    @Test
    void anotherBallotUnderTheLastNumberIsNotTheOneThatIsKnown() {
        accept(ANN, 1);
        accept(BEN, 2);
        sql("delete from ballot where poll_no = (select no from poll where poll = ?) and number > 1", (Object)
                poll.bytes());
        other(CAT);

        assertThat(isKnown(() -> refuse(CAT, "already-voted"))).isFalse();
        accept(BEN, 3);
        refuse(CAT, "already-voted");
    }

    @Test
    void whoVotedUnderANumberThatSomebodyElseIsKnownByIsRefusedAlsoAfterMoreHaveVoted() {
        accept(ANN, 1);
        accept(BEN, 2);
        sql("delete from ballot where poll_no = (select no from poll where poll = ?) and number > 1", (Object)
                poll.bytes());
        other(CAT);
        other(BEN);

        for (int batch = 0; batch < 3; batch++) refuse(ANN, "already-voted");
        refuse(CAT, "already-voted");

        assertThat(cast()).isEqualTo(3);
    }

    private void accept(Person voter, int number) {
        village.cast(voter, poll, "for").statusCode(201).body("number", equalTo(number));
    }

    private void refuse(Person voter, String problem) {
        refuse(voter, 409, problem);
    }

    private void refuse(Person voter, int status, String problem) {
        village.cast(voter, poll, "for").statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + problem));
    }

    private Ruling other(Person voter) {
        return new Replica(commitAsked, loadPoll, village).cast(voter, poll, "against");
    }

    /** Whether what happens meanwhile is committed by what is known, all of it. */
    private boolean isKnown(Runnable meanwhile) {
        int known = batches("known");
        int asked = batches("asked");
        meanwhile.run();
        boolean all = batches("known") > known && batches("asked") == asked;
        assertThat(all || batches("asked") > asked).isTrue();
        return all;
    }

    private int batches(String polls) {
        return (int) meters.get("folkmoot.ballots.batches")
                .tag("polls", polls)
                .counter()
                .count();
    }

    /** What Ben is answered who votes while somebody holds what this statement locks. */
    private Response whileHolding(String statement) {
        var ballot = village.ballot(BEN, poll, "for").sign();
        Supplier<Response> vote = () -> Village.post(poll, ballot).extract().response();
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    new Sql(database).all(statement, row -> true);
                    var locks = new Locks(database);
                    int backend = locks.backend();
                    var sent = CompletableFuture.supplyAsync(vote);
                    Village.await(() -> assertThat(locks.keepsWaiting(backend)).isTrue());
                    return sent;
                })
                .join();
    }

    private void sql(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> new Sql(database).update(statement, parameters));
    }

    private int cast() {
        return count("count(*)");
    }

    private int revoters() {
        return count("count(distinct member) filter (where exists (select from revoter where poll_no = ballot.poll_no"
                + " and member = ballot.member))");
    }

    private int count(String what) {
        return new Sql(database)
                .first(CAST.formatted(what), row -> row.getInt(1), (Object) poll.bytes())
                .orElseThrow();
    }
}
