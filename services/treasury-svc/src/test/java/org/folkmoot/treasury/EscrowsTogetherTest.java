// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.folkmoot.treasury.Decision.with;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.CommitmentRefusedV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.PayoutOrderedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put into an escrow or goes to the outside is enacted together with others, and set aside before. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EscrowsTogetherTest {
    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();
    private Decision decision = Decision.in(town);

    @BeforeEach
    void found() {
        found("");
    }

    private void found(String more) {
        town = Town.found(Town.text() + more);
        decision = Decision.in(town);
    }

    @Test
    void allAreMadeTogetherAndOnce() {
        var actions = List.of(
                transfer("treasury", "harbour", "10.00"),
                stream("20.00"),
                grant("5.00"),
                bounty("7.00"),
                payout("8.00"));

        var answer = decision.enact(1, decision.together(1, actions));
        News.tell(Topics.PROPOSALS, decision.together(1, actions));

        assertThat(answer).isInstanceOf(ActionEnactedV1.class);
        assertThat(News.await(town.community().hex(), EnactmentEvent.class, 2)).containsOnly(answer);
        town.expectBalance("treasury", "950.00");
        town.get("/escrows").body("items.kind", containsInAnyOrder("stream", "grant", "bounty"));
        for (int action = 1; action <= 3; action++)
            town.get("/escrows/" + decision.enactment(action, 1))
                    .statusCode(200)
                    .body("state", equalTo("open"));
        town.get("/payouts").body("items.payout", contains(decision.enactment(4, 1)));
        assertThat(News.about(town.community().hex(), PayoutOrderedV1.class)).hasSize(1);
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @Test
    void noneIsMadeIfTheLastOneCannotBe() {
        var answer = decision.enact(
                1,
                decision.together(
                        1,
                        List.of(
                                stream("20.00"),
                                grant("5.00"),
                                payout("8.00"),
                                transfer("harbour", "school", "0.01"))));

        assertThat(((ActionFailedV1) answer).detail()).startsWith("Action 3: ");
        town.expectBalance("treasury", "1000.00");
        town.get("/escrows").body("items", empty());
        town.get("/payouts").body("items", empty());
    }

    @Test
    void whatOneBringsTheNextOnePutsIntoItsEscrow() {
        var actions = List.of(transfer("treasury", "harbour", "30.00"), with(stream("30.00"), "from", "harbour"));

        assertThat(decision.enact(1, decision.together(1, actions))).isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("harbour", "0.00");
        town.get("/escrows/" + decision.enactment(1, 1)).body("left", equalTo("30.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "grant", "bounty", "payout"})
    void whatWasSetAsideIsWhatIsPutThere(String kind) {
        var action = action(kind, "600.00");
        commit(decision, action);
        told(CommitmentTakenV1.class);
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("400.00"));
        assertThat(Decision.in(town).enact(1, transfer("treasury", "school", "400.01")))
                .isInstanceOf(ActionFailedV1.class);

        assertThat(decision.enact(1, action)).isInstanceOf(ActionEnactedV1.class);

        town.get("/accounts/treasury")
                .body("holdings[0].balance", equalTo("400.00"))
                .body("holdings[0].available", equalTo("400.00"));
        town.expectBalance("escrow/" + decision.enactment(1), "600.00");
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @ParameterizedTest
    @CsvSource({"399.99, true", "400.00, true", "400.01, false"})
    void twoProposalsCommitWhatThereIsAndNoMore(String amount, boolean taken) {
        commit(decision, bounty("600.00"));
        told(CommitmentTakenV1.class);

        commit(Decision.in(town), payout(amount));

        if (taken)
            assertThat(News.await(town.community().hex(), CommitmentTakenV1.class, 2))
                    .hasSize(2);
        else
            assertThat(told(CommitmentRefusedV1.class).detail())
                    .isEqualTo("treasury has 400.00 SKR to spend, not 400.01.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "grant"})
    void aPayeeWhoseAccountIsFrozenMeanwhileDoesNotKeepItBack(String kind) {
        var action = action(kind, "600.00");
        commit(decision, action);
        told(CommitmentTakenV1.class);
        var freeze = Map.<String, Object>of("type", "treasury.freeze", "account", "school", "asset", "SKR");
        assertThat(Decision.in(town).enact(1, freeze)).isInstanceOf(ActionEnactedV1.class);

        assertThat(decision.enact(1, action)).isInstanceOf(ActionEnactedV1.class);

        town.expectBalance("escrow/" + decision.enactment(1), "600.00");
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("400.00"));
    }

    @Test
    void nothingIsSetAsideForAPayeeWhoseAccountIsFrozen() {
        var freeze = Map.<String, Object>of("type", "treasury.freeze", "account", "school", "asset", "SKR");
        assertThat(Decision.in(town).enact(1, freeze)).isInstanceOf(ActionEnactedV1.class);

        commit(decision, stream("600.00"));

        assertThat(told(CommitmentRefusedV1.class).reason()).isEqualTo("account-not-open");
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("1000.00"));
    }

    @Test
    void whatIsNotPutThereIsFreeWhenTheProposalHasEnded() {
        commit(decision, bounty("600.00"));
        told(CommitmentTakenV1.class);

        News.tell(
                Topics.PROPOSALS,
                new CommitmentReleasedV1(
                        town.community().hex(),
                        decision.proposal(),
                        decision.commitment(),
                        Decision.listed(bounty("600.00")),
                        "expired",
                        Town.NOW));
        Town.await(() -> town.get("/accounts/treasury").body("holdings[0].available", equalTo("1000.00")));

        assertThat(Decision.in(town).enact(1, transfer("treasury", "school", "1000.00")))
                .isInstanceOf(ActionEnactedV1.class);
        town.get("/escrows").body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"39.99, true", "40.00, true", "40.01, false"})
    void aLimitCountsItOnce(String amount, boolean within) {
        found("treasury: { limits: [ { from: treasury, asset: SKR, most: \"100.00\", every: P1M } ] }\n");
        commit(decision, stream("60.00"));
        told(CommitmentTakenV1.class);
        decision.enact(1, stream("60.00"));
        town.get("/limits").body("items[0].spent", equalTo("60.00"));

        var next = Decision.in(town).enact(1, transfer("treasury", "school", amount));

        assertThat(next instanceof ActionEnactedV1).isEqualTo(within);
    }

    private static Map<String, Object> action(String kind, String amount) {
        return switch (kind) {
            case "stream" -> stream(amount);
            case "grant" -> grant(amount);
            case "bounty" -> bounty(amount);
            default -> payout(amount);
        };
    }

    private static Map<String, Object> stream(String amount) {
        return with(with(transfer("treasury", "school", amount), "type", "treasury.stream"), "lasts", "P10D");
    }

    private static Map<String, Object> grant(String amount) {
        var grant = new HashMap<>(transfer("treasury", "school", amount));
        grant.remove("amount");
        grant.put("type", "treasury.grant");
        grant.put("tranches", List.of(Map.of("amount", amount, "title", "Walls")));
        return grant;
    }

    private static Map<String, Object> bounty(String amount) {
        var bounty = new HashMap<>(transfer("treasury", "school", amount));
        bounty.remove("to");
        bounty.put("type", "treasury.bounty");
        bounty.put("expires", "P30D");
        bounty.put("judges", Map.of("role", "inspector", "atLeast", 1));
        return bounty;
    }

    private static Map<String, Object> payout(String amount) {
        var payout = with(transfer("treasury", "school", amount), "type", "treasury.payout");
        return with(
                with(payout, "expires", "P14D"), "to", Map.of("iban", "DE89370400440532013000", "name", "The sawmill"));
    }

    @SafeVarargs
    private static void commit(Decision of, Map<String, Object>... actions) {
        News.tell(Topics.PROPOSALS, of.commitment(actions));
    }

    private <E extends org.folkmoot.contracts.Event> E told(Class<E> kind) {
        return News.await(town.community().hex(), kind, 1).getLast();
    }
}
