// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.folkmoot.treasury.Decision.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.contracts.AccountsOpenedV1;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is decided moves, once, and the answer says so. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EnactmentTest {
    private Town town;
    private Decision decision;

    @BeforeEach
    void found() {
        town = Town.found();
        decision = Decision.in(town);
    }

    @Test
    void aFoundingOpensTheAccountsWithWhatTheyHold() {
        town.expectBalance("treasury", "1000.00");
        town.expectBalance("school", "200.00");
        town.expectBalance("harbour", "0.00");
        town.expectBalance("workshop", "40");
        town.get("/accounts/issuance/SKR")
                .body("holdings[0].balance", equalTo("-1200.00"))
                .body("holdings[0].available", equalTo("300.00"));
        var opened = News.await(town.community().hex(), AccountsOpenedV1.class, 2);
        assertThat(opened.stream().flatMap(event -> event.accounts().stream()))
                .extracting("name")
                .containsExactlyInAnyOrder(
                        "issuance/SKR", "issuance/HOURS", "treasury", "school", "harbour", "ice", "workshop");
        assertThat(News.await(town.community().hex(), TransferPostedV1.class, 3))
                .extracting(TransferPostedV1::number)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aFoundingThatIsToldAgainOpensNothingASecondTime() {
        town.tellFounding();
        decision.enact(1, transfer("treasury", "harbour", "1.00"));

        town.expectBalance("treasury", "999.00");
        town.get("/transfers").body("items", hasSize(4));
        assertThat(News.about(town.community().hex(), AccountsOpenedV1.class)).hasSize(2);
    }

    @Test
    void aDecidedTransferMovesAndIsAnswered() {
        var answer = decision.enact(1, with(transfer("treasury", "harbour", "2.5"), "memo", "New ropes"));

        assertThat(answer).isInstanceOf(ActionEnactedV1.class);
        var enacted = (ActionEnactedV1) answer;
        assertThat(enacted.result()).isEqualTo(decision.enactment(1));
        assertThat(enacted.proposal()).isEqualTo(decision.proposal());
        assertThat(enacted.attempt()).isEqualTo(1);
        town.expectBalance("treasury", "997.50");
        town.expectBalance("harbour", "2.50");
        town.get("/transfers/" + decision.enactment(1))
                .body("amount", equalTo("2.50"))
                .body("outcome", equalTo("posted"))
                .body("entry", equalTo(4))
                .body("memo", equalTo("New ropes"))
                .body("cause", equalTo(decision.proposal()));
        var posted = News.about(town.community().hex(), TransferPostedV1.class).getLast();
        assertThat(posted.amount()).isEqualTo(BigInteger.valueOf(250));
        assertThat(posted.number()).isEqualTo(4);
        assertThat(News.about(town.community().hex())).endsWith(posted, enacted);
    }

    @Test
    void aMemberIsPaidIntoAnAccountThatIsOpenedByThat() {
        var bea = Town.member("Bea");
        town.get("/accounts/" + bea).statusCode(404);

        decision.enact(1, transfer("treasury", bea, "10.00"));
        Decision.in(town).enact(1, transfer("treasury", bea, "5.00"));

        town.expectBalance(bea, "15.00");
        town.get("/accounts/" + bea).body("holdings[0].kind", equalTo("member"));
        assertThat(News.about(town.community().hex(), AccountsOpenedV1.class).stream()
                        .flatMap(event -> event.accounts().stream())
                        .filter(account -> account.name().equals(bea)))
                .hasSize(1);
    }

    @Test
    void anEnactmentThatComesAgainAndAgainMovesOnceAndIsAnsweredAlike() {
        var due = decision.due(1, transfer("treasury", "harbour", "10.00"));
        var id = UUID.randomUUID();

        for (int i = 0; i < 3; i++) News.tell(Topics.PROPOSALS, due, id);
        News.tell(Topics.PROPOSALS, due);
        var answers = News.await(town.community().hex(), EnactmentEvent.class, 2);

        assertThat(answers).hasSize(2).containsOnly(answers.getFirst());
        assertThat(answers.getFirst()).isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("harbour", "10.00");
        assertThat(News.about(town.community().hex(), TransferPostedV1.class)).hasSize(4);
    }

    @Test
    void aFailureIsFinalForItsAttemptAndTheNextAttemptSucceedsAfterFunding() {
        var action = transfer("harbour", "school", "10.00");
        var failed = (ActionFailedV1) decision.enact(1, action);
        assertThat(failed.reason()).isEqualTo("insufficient-funds");
        assertThat(failed.detail()).isEqualTo("harbour has 0.00 SKR to spend, not 10.00.");
        Decision.in(town).enact(1, transfer("treasury", "harbour", "10.00"));

        News.tell(Topics.PROPOSALS, decision.due(1, action)); // under a new event id
        assertThat(decision.enact(2, action)).isInstanceOf(ActionEnactedV1.class);

        town.expectBalance("school", "210.00");
        assertThat(News.about(town.community().hex(), EnactmentEvent.class).stream()
                        .filter(answer -> answer.enactment().equals(decision.enactment(1))))
                .hasSize(2)
                .containsOnly(failed);
        town.get("/transfers/" + decision.enactment(1))
                .body("outcome", equalTo("refused"))
                .body("reason", equalTo("insufficient-funds"))
                .body("detail", equalTo(failed.detail()));
    }

    @Test
    void actionsOfOtherServicesAreLetPass() {
        News.tell(Topics.PROPOSALS, decision.due(1, Map.of("type", "member.remove", "member", "x")));
        News.tell(Topics.PROPOSALS, decision.due(2, Map.of("type", "unheard.of")));
        News.tell(Topics.PROPOSALS, decision.due(3, "[1]"));

        decision.enact(4, transfer("treasury", "harbour", "1.00"));

        assertThat(News.about(town.community().hex(), EnactmentEvent.class)).hasSize(1);
    }

    @Test
    void whatIsDueBeforeTheFoundingIsHeardOfWaitsForIt() {
        var later = Town.planned();
        var early = Decision.in(later);
        var poor = Decision.in(later);
        var due = early.due(1, transfer("treasury", "harbour", "1.00"));
        News.tell(Topics.PROPOSALS, due);
        News.tell(Topics.PROPOSALS, due);
        News.tell(Topics.PROPOSALS, poor.due(1, transfer("harbour", "school", "99.00")));
        News.tell(Topics.PROPOSALS, early.due(2, "{\"type\":\"treasury.transfer\"}"));
        News.tell(Topics.PROPOSALS, early.due(1, transfer("treasury", "harbour", "1.01")));
        News.awaitDead(Topics.PROPOSALS, early.enactment(2));
        later.get("/assets").statusCode(404);

        later.tellFounding();

        assertThat(early.answer(1)).isInstanceOf(ActionEnactedV1.class);
        assertThat(poor.answer(1)).isInstanceOf(ActionFailedV1.class);
        // The other text under the same name had its turn, and is kept to be seen.
        Town.await(() -> later.get("/waiting").statusCode(200).body("items.reason", contains("refused")));
        later.expectBalance("harbour", "1.00");
        assertThat(News.about(later.community().hex(), EnactmentEvent.class)).hasSize(2);
    }

    @Test
    void theFoundingAndWhatIsDueMayComeAtTheSameTime() {
        var towns = Stream.generate(Town::planned).limit(10).toList();
        var decisions = towns.stream().map(Decision::in).toList();

        var due = Thread.ofVirtual()
                .start(() -> decisions.forEach(
                        each -> News.tell(Topics.PROPOSALS, each.due(1, transfer("treasury", "harbour", "1.00")))));
        towns.forEach(Town::tellFounding);

        assertThat(decisions).allSatisfy(each -> assertThat(each.answer(1)).isInstanceOf(ActionEnactedV1.class));
        assertThat(due.isAlive()).isFalse();
        towns.forEach(each -> each.expectBalance("harbour", "1.00"));
    }
}
