// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.EVE;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that asks for 2/3 of the shares lets nothing be enacted when more than 1/3 of them have left since the submission. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RetentionTest {
    private static final Duration TIMELOCK = Duration.ofDays(2);

    @Inject
    TestClock clock;

    @Inject
    BalanceStore balances;

    private Town town;
    private long place;

    @BeforeEach
    void found() {
        town = Town.found(clock);
        place = 0;
        issue(99);
    }

    @ParameterizedTest
    @CsvSource({"32, enacting", "33, enacting", "34, failed", "99, failed"})
    void twoThirdsAreEnough(int leaving, String state) {
        var proposal = submitted();
        leave(leaving);

        pass(proposal);

        town.awaitState(proposal, state);
        assertThat(Answer.orders(proposal)).hasSize(state.equals("failed") ? 0 : 1);
    }

    @Test
    void aFailureSaysHowManyAreLeftAndIsTriedAgainWhenThereAreEnough() {
        var proposal = submitted();
        leave(34);
        pass(proposal);
        town.awaitState(proposal, "failed");
        get(proposal)
                .body("failure.reason", equalTo("too-few-left"))
                .body("failure.detail", equalTo("65 of 99 UNITS are left since the submission, less than 2/3."))
                .body("failure.attempt", equalTo(1));

        retry(proposal)
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:too-few-left"))
                .body("shares", equalTo("UNITS"))
                .body("left", equalTo("65"))
                .body("most", equalTo("99"))
                .body("least", equalTo("2/3"));
        get(proposal).body("failure.attempt", equalTo(1));
        issue(1);
        retry(proposal).statusCode(200).body("attempt", equalTo(2));
        town.awaitState(proposal, "enacting");
    }

    @Test
    void theMostSinceTheSubmissionCounts() {
        var proposal = submitted();
        issue(33);
        leave(45);

        pass(proposal);

        town.awaitState(proposal, "failed");
        get(proposal).body("failure.detail", equalTo("87 of 132 UNITS are left since the submission, less than 2/3."));
    }

    @Test
    void whoLeftBeforeTheSubmissionDoesNotCount() {
        leave(90);
        var proposal = submitted();
        leave(3);

        pass(proposal);

        town.awaitState(proposal, "enacting");
    }

    @Test
    void whereNothingWasIssuedNothingIsMissing() {
        leave(99);
        var proposal = submitted();

        pass(proposal);

        town.awaitState(proposal, "enacting");
    }

    @Test
    void itExpiresWhenNobodyComesBack() {
        var proposal = submitted();
        leave(34);
        pass(proposal);
        town.awaitState(proposal, "failed");

        clock.pass(Duration.ofDays(7));

        town.awaitState(proposal, "expired");
    }

    private String submitted() {
        var reinstate = Map.of(
                "type", "member.reinstate", "member", EVE.in(town.community()).hex());
        return town.submitted(ANN, "Let all back in", Collections.nCopies(11, reinstate));
    }

    private void pass(String proposal) {
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt().plus(TIMELOCK));
        News.tell(Topics.VOTING, vote.passed());
    }

    private ValidatableResponse retry(String proposal) {
        return post(
                path(proposal, "retry"),
                town.about(BEN, "proposal.retry/1", proposal).sign());
    }

    private void issue(int units) {
        move("issuance/UNITS", "member/" + ANN.in(town.community()).hex(), units);
    }

    private void leave(int units) {
        move("member/" + ANN.in(town.community()).hex(), "issuance/UNITS", units);
    }

    private void move(String from, String to, int units) {
        place++;
        var id = Hash.of((town.community() + " " + place).getBytes(UTF_8)).hex();
        News.tell(
                Topics.TREASURY,
                new TransferPostedV1(
                        town.community().hex(),
                        id,
                        place,
                        from,
                        to,
                        "UNITS",
                        BigInteger.valueOf(units),
                        id,
                        clock.instant()));
        town.await(() -> assertThat(balances.position(town.community())).isEqualTo(place));
    }
}
