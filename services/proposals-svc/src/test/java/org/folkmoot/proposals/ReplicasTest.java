// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.CAT;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several replicas share: a row lock in this test is another replica that is at the proposal. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReplicasTest {
    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void aProposalThatAnotherReplicaIsAtIsPassedOverAndTheOthersGoOn() throws SQLException {
        var taken = payment();
        var free = payment();
        pass(taken);
        pass(free);

        try (var replica = replicaAt(taken)) {
            clock.reach(eta(free));
            town.awaitState(free, "enacting");
            get(taken).body("state", equalTo("timelocked"));
            replica.rollback();
        }

        town.awaitState(taken, "enacting");
        town.await(() -> assertThat(Answer.orders(taken)).hasSize(1));
    }

    @Test
    void whatIsReadIsRightAlthoughNobodyCouldWriteItYet() throws SQLException {
        var proposal = payment();
        var vote = Vote.on(proposal);
        News.tell(Topics.VOTING, vote.opened(clock.instant()));
        town.awaitState(proposal, "delayed");

        try (var replica = replicaAt(proposal)) {
            clock.reach(vote.opensAt());
            get(proposal)
                    .body("state", equalTo("voting"))
                    .body("timeline[-1].state", equalTo("voting"))
                    .body("timeline[-1].at", equalTo(Times.text(vote.opensAt())));
            given().queryParam("state", "voting")
                    .get(town.draftsPath())
                    .then()
                    .body("items.proposal", contains(proposal));
            replica.rollback();
        }
    }

    @Test
    void ofTwoRetriesAtOnceOneOrdersTheAction() {
        var proposal = payment();
        pass(proposal);
        clock.reach(eta(proposal));
        News.tell(Topics.TREASURY, Answer.failed(News.await(proposal, EnactmentDueV1.class), clock));
        town.awaitState(proposal, "failed");

        var statuses = List.of(retry(BEN, proposal), retry(CAT, proposal)).stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        town.await(() -> assertThat(Answer.orders(proposal)).hasSize(2));
    }

    @Test
    void deadlinesThatPassedLongAgoAreMetInTheirOrder() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt().plus(Duration.ofDays(30)));

        News.tell(Topics.VOTING, vote.opened(vote.opensAt().minusMillis(1)));
        News.tell(Topics.VOTING, vote.passed());

        town.awaitState(proposal, "expired");
        town.await(() -> get(proposal)
                .body("timeline.state.join(' ')", equalTo("draft submitted delayed voting timelocked expired"))
                .body(
                        "timeline.at",
                        equalTo(get(proposal).extract().<List<String>>path("timeline.at").stream()
                                .sorted()
                                .toList())));
    }

    private String payment() {
        return town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
    }

    private void pass(String proposal) {
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");
    }

    private Instant eta(String proposal) {
        return Instant.parse(get(proposal).extract().path("enactment.eta"));
    }

    private Connection replicaAt(String proposal) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select id from proposal where id = ? for update")) {
            lock.setString(1, proposal);
            lock.execute();
        }
        return connection;
    }

    private CompletableFuture<Integer> retry(Person person, String proposal) {
        var act = town.about(person, "proposal.retry/1", proposal).sign();
        return CompletableFuture.supplyAsync(
                () -> post(path(proposal, "retry"), act).extract().statusCode());
    }
}
