// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.folkmoot.treasury.Decision.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that must not move anything, and what becomes of them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HostileTest {
    @Inject
    AgroalDataSource database;

    private Town town;
    private List<String> before = List.of();

    @BeforeEach
    void found() {
        town = Town.found();
        new Sql(database)
                .update(
                        "update account set state = 'frozen' where community = ? and name = 'ice'",
                        town.community().hex());
        before = counters();
    }

    @Test
    void whatCannotBePostedFailsWithItsReasonAndMovesNothing() {
        expectFailure("insufficient-funds", transfer("treasury", "harbour", "1000.01"));
        expectFailure("account-unknown", transfer("treasury", "nowhere", "1.00"));
        expectFailure("account-unknown", transfer("nowhere", "treasury", "1.00"));
        expectFailure("account-unknown", transfer("treasury", "member/bea", "1.00"));
        expectFailure("account-unknown", transfer("treasury", "", "1.00"));
        expectFailure("account-unknown", transfer(Town.member("Bea"), "treasury", "1.00"));
        expectFailure("account-unknown", transfer("treasury", "workshop", "1.00"));
        expectFailure("asset-unknown", with(transfer("treasury", "harbour", "1.00"), "asset", "EUR"));
        expectFailure("account-not-open", transfer("treasury", "ice", "1.00"));
        expectFailure("account-not-open", transfer("ice", "treasury", "1.00"));
        expectFailure("account-reserved", transfer("issuance/SKR", "treasury", "1.00"));
        expectFailure("account-reserved", transfer("treasury", "issuance/SKR", "1.00"));
        expectFailure("same-account", transfer("treasury", "treasury", "1.00"));
    }

    @Test
    void onlyPlainPositiveNumbersAreAmounts() {
        for (var amount : List.of(
                "0",
                "0.00",
                "-1",
                "+1",
                "1.005",
                "1e3",
                "NaN",
                "",
                " 5",
                "5 ",
                "05",
                "1,000",
                "\u0661",
                "1" + "0".repeat(40))) expectFailure("amount-invalid", transfer("treasury", "harbour", amount));
        expectFailure(
                "amount-invalid",
                Map.of(
                        "type",
                        "treasury.transfer",
                        "from",
                        "workshop",
                        "to",
                        Town.member("Bea"),
                        "asset",
                        "HOURS",
                        "amount",
                        "1.5"));
    }

    @Test
    void ofSeveralFaultsTheFirstIsTold() {
        expectFailure("asset-unknown", with(transfer("nowhere", "nowhere", "-1"), "asset", "EUR"));
        expectFailure("amount-invalid", transfer("nowhere", "nowhere", "-1"));
        expectFailure("same-account", transfer("nowhere", "nowhere", "1"));
        expectFailure("account-unknown", transfer("ice", "nowhere", "1"));
        expectFailure("account-not-open", transfer("issuance/SKR", "ice", "1"));
    }

    /** A refused transfer to a member opens no account either. */
    @Test
    void aRefusedPaymentToAMemberOpensNoAccount() {
        expectFailure("insufficient-funds", transfer("harbour", Town.member("Bea"), "1.00"));

        town.get("/accounts/" + Town.member("Bea")).statusCode(404);
    }

    @Test
    void malformedActionsAreSetAsideAndTheRestGoesOn() {
        var action = transfer("treasury", "harbour", "1.00");
        for (var malformed : List.of(
                "{\"type\":\"treasury.transfer\"}",
                "{not json",
                text(with(action, "amount", 5)),
                text(action).replace("\"1.00\"", "9007199254740993"),
                text(with(action, "fee", "1.00")),
                text(with(action, "to", List.of("harbour"))),
                text(with(action, "memo", Map.of())))) {
            var decision = Decision.in(town);
            News.tell(Topics.PROPOSALS, decision.due(1, malformed));

            var dead = News.awaitDead(Topics.PROPOSALS, decision.enactment(1));
            assertThat(dead.headers())
                    .containsEntry("dead-consumer", "enactments")
                    .containsKey("dead-reason");
        }
        expectNothingMoved();
        assertThat(Decision.in(town).enact(1, action)).isInstanceOf(ActionEnactedV1.class);
    }

    @Test
    void aKnownEnactmentWithAnotherBodyIsSetAside() {
        var decision = Decision.in(town);
        var action = transfer("treasury", "harbour", "1.00");
        decision.enact(1, action);
        before = counters();

        News.tell(Topics.PROPOSALS, decision.due(1, with(action, "amount", "1.01")));

        var dead = News.awaitDead(Topics.PROPOSALS, decision.enactment(1), "1.01");
        assertThat(dead.headers().get("dead-reason")).endsWith("is known with another amount");
        expectNothingMoved();
        assertThat(News.about(town.community().hex(), EnactmentEvent.class)).hasSize(1);
    }

    @Test
    void anEnactmentWhoseNameDoesNotFitIsSetAside() {
        var other = Town.found();
        var real = Decision.in(other).due(1, transfer("treasury", "harbour", "1.00"));
        var forged = new EnactmentDueV1(
                town.community().hex(), real.proposal(), real.enactment(), 0, 1, real.action(), Town.NOW);

        News.tell(Topics.PROPOSALS, forged);

        var dead = News.awaitDead(Topics.PROPOSALS, town.community().hex());
        assertThat(dead.headers().get("dead-reason")).startsWith("EnactmentForged");
        expectNothingMoved();
    }

    @Test
    void anEnactmentUnderAnotherCommunitysKeyAndOutOfOrderIsEnactedOnce() {
        var other = Town.found();
        var decision = Decision.in(town);
        var first = decision.due(1, transfer("harbour", "school", "5.00"));
        var second = decision.due(2, transfer("treasury", "school", "5.00"));

        News.tell(Topics.PROPOSALS, other.community().hex(), second, UUID.randomUUID());
        decision.answer(2);
        News.tell(Topics.PROPOSALS, first);
        News.tell(Topics.PROPOSALS, second);
        News.await(town.community().hex(), EnactmentEvent.class, 3);

        town.expectBalance("school", "205.00");
        other.expectBalance("school", "200.00");
        assertThat(News.about(other.community().hex(), EnactmentEvent.class)).isEmpty();
    }

    private void expectFailure(String reason, Map<String, Object> action) {
        var decision = Decision.in(town);
        var answer = decision.enact(1, action);

        assertThat(answer).as("%s", action).isInstanceOf(ActionFailedV1.class);
        assertThat(((ActionFailedV1) answer).reason()).as("%s", action).isEqualTo(reason);
        town.get("/transfers/" + Hash.parse(decision.enactment(1))).statusCode(200);
        expectNothingMoved();
    }

    private void expectNothingMoved() {
        assertThat(counters()).isEqualTo(before);
    }

    private List<String> counters() {
        return new Sql(database)
                .all(
                        "select account::text from account where community = ? union all"
                                + " select ledger::text from ledger where community = ? order by 1",
                        row -> row.getString(1),
                        town.community().hex(),
                        town.community().hex());
    }

    private static String text(Map<String, Object> action) {
        return org.folkmoot.record.Json.object(action).canonicalText();
    }
}
