// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.UUID;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositRefusedV1;
import org.folkmoot.contracts.DepositReleasedV1.Fate;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.contracts.DepositTakenV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is put down for a proposal is kept until that ends, and then all of it goes where it should, once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DepositTest {
    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private Town town;
    private Stake stake;

    @BeforeEach
    void found() {
        town = Town.found();
        stake = Stake.in(town, "Ann").paid("10.01");
    }

    @Test
    void aDepositLeavesItsAuthorAndIsKept() {
        stake.down(1_000);

        assertThat(stake.told(DepositTakenV1.class, 1).proposal()).isEqualTo(stake.proposal());
        town.expectBalance(stake.account(), "0.01");
        town.expectBalance(stake.kept(), "10.00");
        town.get("/accounts/" + stake.kept()).body("holdings[0].kind", equalTo("deposit"));
        town.get("/transfers/" + stake.name())
                .body("code", equalTo("deposited"))
                .body("cause", equalTo(stake.proposal()))
                .body("memo", equalTo("Deposit"));
        new Audit(database, town.community()).check();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        // fate, part, the author, the treasury, the issuance
        "REFUND, 1001, 10.01, 989.99, -1200.00",
        "REFUND, 0, 10.01, 989.99, -1200.00",
        "BURN, 1001, 0.00, 989.99, -1189.99",
        "BURN, 500, 5.01, 989.99, -1195.00",
        "BURN, 0, 10.01, 989.99, -1200.00",
        "TREASURY, 1001, 0.00, 1000.00, -1200.00",
        "TREASURY, 1, 10.00, 990.00, -1200.00"
    })
    void allOfItGoesSomewhere(Fate fate, long part, String author, String treasury, String issuance) {
        stake.down(1_001);

        stake.end(fate, part);

        town.expectBalance(stake.account(), author);
        town.expectBalance("treasury", treasury);
        town.expectBalance("issuance/SKR", issuance);
        town.expectBalance(stake.kept(), "0.00");
        new Audit(database, town.community()).check();
    }

    @Test
    void whatBecameOfItIsToldAndReadable() {
        stake.down(1_001);

        var settled = stake.end(Fate.BURN, 500);

        assertThat(settled)
                .extracting(DepositSettledV1::refunded, DepositSettledV1::burned, DepositSettledV1::forfeited)
                .containsExactly(BigInteger.valueOf(501), BigInteger.valueOf(500), BigInteger.ZERO);
        town.get("/transfers")
                .body("items[0..1].code", contains("refunded", "burned"))
                .body("items[0..1].memo", contains("Deposit: rejected", "Deposit: rejected"))
                .body("items[0..1].amount", contains("5.01", "5.00"));
    }

    @Test
    void whoHasTooLittleIsRefusedAndNothingMoves() {
        News.tell(Topics.PROPOSALS, stake.due(1_002));

        var refused = stake.told(DepositRefusedV1.class, 1);

        assertThat(refused.reason()).isEqualTo("insufficient-funds");
        assertThat(refused.detail()).isEqualTo(stake.account() + " has 10.01 SKR to spend, not 10.02.");
        town.expectBalance(stake.account(), "10.01");
    }

    @ParameterizedTest
    @CsvSource({"GOLD, asset-unknown", "HOURS, account-unknown"})
    void whoHasNothingOfTheAssetIsRefused(String asset, String reason) {
        News.tell(Topics.PROPOSALS, stake.due(asset, 5));

        assertThat(stake.told(DepositRefusedV1.class, 1).reason()).isEqualTo(reason);
    }

    @Test
    void whatWasNeverTakenIsNotGivenAway() {
        News.tell(Topics.PROPOSALS, stake.due(1_002));
        stake.told(DepositRefusedV1.class, 1);
        News.tell(Topics.PROPOSALS, stake.released(Fate.REFUND, 1_002));
        var unheardOf = Stake.in(town, "Ben");
        News.tell(Topics.PROPOSALS, unheardOf.released(Fate.BURN, 1));

        var other = Stake.in(town, "Cat").paid("1.00").down(100);
        other.end(Fate.REFUND, 100);

        assertThat(News.about(town.community().hex(), DepositSettledV1.class)).hasSize(1);
        town.expectBalance(stake.account(), "10.01");
    }

    @Test
    void everythingThatComesAgainAndAgainHasOneEffect() {
        var due = stake.due(1_000);
        var released = stake.released(Fate.TREASURY, 333);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();

        for (int i = 0; i < 2; i++) News.tell(Topics.PROPOSALS, due, first);
        News.tell(Topics.PROPOSALS, due);
        for (int i = 0; i < 2; i++) News.tell(Topics.PROPOSALS, released, second);
        News.tell(Topics.PROPOSALS, released);
        News.tell(Topics.PROPOSALS, due);
        stake.told(DepositTakenV1.class, 3);
        var settled = News.await(town.community().hex(), DepositSettledV1.class, 2);

        assertThat(settled).hasSize(2).containsOnly(settled.getFirst());
        assertThat(News.about(town.community().hex(), TransferPostedV1.class).stream()
                        .filter(posted -> posted.cause().equals(stake.proposal())))
                .hasSize(3);
        town.expectBalance(stake.account(), "6.68");
        town.expectBalance("treasury", "993.32");
        new Audit(database, town.community()).check();
    }

    @Test
    void whatTheTreasuryDoesNotHoldGoesBack() {
        Decision.in(town)
                .enact(1, Decision.with(Decision.transfer("workshop", stake.account(), "7"), "asset", "HOURS"));
        News.tell(Topics.PROPOSALS, stake.due("HOURS", 7));
        stake.told(DepositTakenV1.class, 1);

        var settled = stake.end(Fate.TREASURY, 7);

        assertThat(settled.refunded()).isEqualTo(BigInteger.valueOf(7));
        new Audit(database, town.community()).check();
    }

    /** Nobody issued it: what was burned would be owed for good, and less than nothing would be issued. */
    @Test
    void mutualCreditIsNotBurned() {
        var village = Town.found(Town.text()
                .replace(
                        "HOURS: { scale: 0 }",
                        "HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: 9 }"));
        var credit = Stake.in(village, "Ann");
        News.tell(Topics.PROPOSALS, credit.due("LETS", 7));
        credit.told(DepositTakenV1.class, 1);

        var settled = credit.end(Fate.BURN, 5);

        assertThat(settled.refunded()).isEqualTo(BigInteger.valueOf(7));
        village.expectBalance(credit.account(), "0");
        village.expectBalance("issuance/LETS", "0");
        new Audit(database, village.community()).check();
    }

    @Test
    void noDecisionTouchesWhatIsKept() {
        stake.down(1_000);

        var out = (ActionFailedV1) Decision.in(town).enact(1, Decision.transfer(stake.kept(), "harbour", "1.00"));
        var in = (ActionFailedV1) Decision.in(town).enact(1, Decision.transfer("treasury", stake.kept(), "1.00"));

        assertThat(out.reason()).isEqualTo("account-reserved");
        assertThat(in.reason()).isEqualTo("account-reserved");
        assertThat(in.detail()).isEqualTo(stake.kept() + " only keeps what was put down for its proposal.");
    }

    @Test
    void aDepositUnderAnotherNameIsSetAside() {
        var other = Stake.in(town, "Ann");
        var forged = new Stake(town, other.proposal(), stake.member()).due(1_000);

        News.tell(
                Topics.PROPOSALS,
                new DepositDueV1(
                        forged.community(),
                        forged.proposal(),
                        stake.name(),
                        forged.author(),
                        forged.asset(),
                        forged.amount(),
                        forged.at(),
                        forged.act()));

        News.awaitDead(Topics.PROPOSALS, stake.name(), forged.proposal());
        town.expectBalance(stake.account(), "10.01");
    }

    @Test
    void whatIsSaidBeforeTheFoundingIsHeardOfWaitsForIt() {
        var later = Town.planned();
        var early = Stake.in(later, "Ann");
        News.tell(Topics.PROPOSALS, early.due(100));
        News.tell(Topics.PROPOSALS, early.due(100));
        News.tell(Topics.PROPOSALS, early.released(Fate.REFUND, 100));
        stake.down(1);

        later.tellFounding();

        assertThat(early.told(DepositRefusedV1.class, 1).reason()).isEqualTo("account-unknown");
        assertThat(News.about(later.community().hex(), DepositRefusedV1.class)).hasSize(1);
        Town.await(() -> later.get("/waiting").statusCode(200).body("items", empty()));
    }

    @Test
    void aFaultInOneThatWaitsKeepsBackNeitherTheFoundingNorAnother() {
        var later = Town.planned();
        var one = Stake.in(later, "Ann");
        var other = Stake.in(later, "Ben");
        News.tell(Topics.PROPOSALS, one.due(100));
        News.tell(Topics.PROPOSALS, one.released(Fate.REFUND, 100));
        News.tell(Topics.PROPOSALS, other.due(100));
        Town.await(() -> later.get("/waiting")
                .statusCode(200)
                .body("items.step", containsInAnyOrder("deposit", "settle", "deposit"))
                .body("items.reason", everyItem(equalTo("community"))));
        sql().update("""
                create function at_fault() returns trigger language plpgsql as $$
                begin
                    raise exception 'out of order';
                end $$""");
        sql().update("create trigger at_fault before insert on transfer for each row when (new.cause = '\\x"
                + one.proposal() + "') execute function at_fault()");

        later.tellFounding();

        later.awaitOpen();
        assertThat(other.told(DepositRefusedV1.class, 1).proposal()).isEqualTo(other.proposal());
        Town.await(() -> later.get("/waiting").body("items.reason", contains("fault", "community")));
        mend();
        clock.pass(Duration.ofHours(2));
        assertThat(one.told(DepositRefusedV1.class, 2).proposal()).isEqualTo(one.proposal());
        Town.await(() -> later.get("/waiting").statusCode(200).body("items", empty()));
    }

    @AfterEach
    void mend() {
        sql().update("drop function if exists at_fault() cascade");
        clock.comeBack();
    }

    private Sql sql() {
        return new Sql(database);
    }
}
