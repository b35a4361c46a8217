// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** What a new constitution changes in the ledger, and what it leaves. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AmendmentTest {
    private static final String HOURS = "HOURS: { scale: 0 }";
    private static final String HARBOUR = "harbour: { asset: SKR }";
    private static final String CAP = "cap: \"1500.00\"";

    @Test
    void newAssetsAndAccountsAreOpenedAndOldOnesKeepWhatTheyHave() {
        var town = Town.found();
        Decision.in(town).enact(1, transfer("treasury", "harbour", "7.00"));
        var text = Town.text()
                .replace(HOURS, HOURS + "\n  TEA: { scale: 3, issuance: { cap: \"10\" } }")
                .replace(HARBOUR, HARBOUR + "\n  teahouse: { asset: TEA, opening: \"10\" }");

        town.amend(text).amend(text);

        Town.await(() -> town.expectBalance("teahouse", "10.000"));
        town.get("/assets")
                .body("items.asset", contains("HOURS", "SKR", "TEA"))
                .body("items[2].cap", equalTo("10.000"));
        town.expectBalance("treasury", "993.00");
        Decision.in(town).enact(1, transfer("treasury", "harbour", "1.00"));
        town.get("/transfers").body("items", hasSize(6)).body("items[0].entry", equalTo(6));
    }

    @Test
    void aCapIsRaisedLoweredAndLifted() {
        var founded = Town.found();

        var raised = founded.amend(Town.text().replace(CAP, "cap: \"1200.01\""));
        Town.await(() -> founded.get("/accounts/issuance/SKR").body("holdings[0].available", equalTo("0.01")));
        var lowered = raised.amend(Town.text().replace(CAP, "cap: \"100.00\""));
        Town.await(() -> founded.get("/assets").body("items[1].cap", equalTo("100.00")));
        founded.get("/accounts/issuance/SKR")
                .body("holdings[0].available", equalTo("0.00"))
                .body("holdings[0].balance", equalTo("-1200.00"));
        lowered.amend(Town.text().replace(", issuance: { cap: \"1500.00\" }", ""));
        Town.await(() -> founded.get("/accounts/issuance/SKR").body("holdings[0].available", equalTo(null)));
        assertThat(Decision.in(founded).enact(1, transfer("treasury", "harbour", "1000.00")))
                .isInstanceOf(ActionEnactedV1.class);
    }

    /** 1200.00 are issued, 300.00 of them are burned, and the cap is 1000.00. */
    @Test
    void whatIsBurnedIsNotIssuedAgainAboveACapThatWasLowered() {
        var founded = Town.found();
        var lowered = founded.amend(Town.text().replace(CAP, "cap: \"1000.00\""));
        Town.await(() -> founded.get("/assets").body("items[1].cap", equalTo("1000.00")));
        var burned = Decision.in(founded);
        burned.enact(1, Map.of("type", "treasury.burn", "from", "treasury", "asset", "SKR", "amount", "300.00"));
        var back = Map.<String, Object>of("type", "treasury.reverse", "transfer", burned.enactment(1));

        assertThat(Decision.in(founded).enact(1, back)).isInstanceOf(ActionFailedV1.class);
        assertThat(Decision.in(founded).enact(1, Decision.with(back, "amount", "40.00")))
                .isInstanceOf(ActionEnactedV1.class);
        assertThat(Decision.in(founded).enact(1, Decision.with(back, "amount", "60.01")))
                .isInstanceOf(ActionFailedV1.class);
        lowered.amend(
                Town.text()
                        .replace(CAP, "cap: \"1000.00\"")
                        .replace(
                                HARBOUR,
                                HARBOUR
                                        + "\n  bay: { asset: SKR, opening: \"60.01\" }\n  pier: { asset: SKR, opening: \"60.00\" }"));

        Town.await(() -> founded.expectBalance("pier", "60.00"));
        founded.expectBalance("bay", "0.00");
        founded.expectBalance("issuance/SKR", "-1000.00");
    }

    /** What somebody owes of mutual credit stays owed when it is a currency, so more of it is held than was ever issued. */
    @Test
    void noMoreIsBurnedThanWasIssued() {
        var credit = Town.text().replace(HOURS, HOURS + "\n  LETS: { scale: 0, kind: mutual-credit, line: 9 }");
        var town = Town.found(credit);
        var owed = Decision.with(transfer(Town.member("Ann"), Town.member("Bea"), "7"), "asset", "LETS");
        Decision.in(town).enact(1, owed);
        town.amend(Town.text().replace(HOURS, HOURS + "\n  LETS: { scale: 0, kind: shares }\n  TEA: { scale: 0 }"));
        Town.await(() -> town.get("/assets").body("items.asset", hasItem("TEA")));
        var give = Map.<String, Object>of("type", "treasury.issue", "to", "treasury", "asset", "LETS", "amount", "3");
        var burn = Map.<String, Object>of(
                "type", "treasury.burn", "from", Town.member("Bea"), "asset", "LETS", "amount", "4");
        Decision.in(town).enact(1, Decision.with(give, "to", Town.member("Bea")));

        assertThat(((ActionFailedV1) Decision.in(town).enact(1, burn)).reason()).isEqualTo("ceiling-exceeded");
        assertThat(Decision.in(town).enact(1, Decision.with(burn, "amount", "3")))
                .isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("issuance/LETS", "0");
    }

    @Test
    void anOpeningBalanceBeyondTheCapLeavesTheNewAccountEmpty() {
        var town = Town.found();

        var amended =
                town.amend(Town.text().replace(HARBOUR, HARBOUR + "\n  pier: { asset: SKR, opening: \"300.01\" }"));

        Town.await(() -> town.expectBalance("pier", "0.00"));
        amended.amend(Town.text()
                .replace(HARBOUR, HARBOUR + "\n  pier: { asset: SKR, opening: \"300.00\" }\n  bay: { asset: SKR }"));
        Town.await(() -> town.expectBalance("bay", "0.00"));
        town.expectBalance("pier", "0.00"); // it was opened once
    }

    @Test
    void anAccountOfTheSameNameForAnotherAssetIsAnotherAccount() {
        var town = Town.found();
        Decision.in(town).enact(1, transfer("treasury", "school", "7.00"));

        town.amend(Town.text()
                .replace("school: { asset: SKR, opening: \"200.00\" }", "school: { asset: HOURS, opening: \"5\" }"));

        Town.await(() -> town.get("/accounts/school")
                .body("holdings.asset", contains("HOURS", "SKR"))
                .body("holdings.balance", contains("5", "207.00")));
    }

    @Test
    void anotherScaleIsRefusedAndChangesNothing() {
        var town = Town.found();

        var amended = town.amend(Town.text().replace("SKR: { scale: 2", "SKR: { scale: 3"));

        var dead = News.awaitDead(Topics.IDENTITY, amended.constitution().hash().hex() + "\",\"constitution\"");
        assertThat(dead.headers().get("dead-reason"))
                .isEqualTo("ScaleChanged: the scale of SKR is 2 for good, and not 3");
        town.expectBalance("treasury", "1000.00");
        assertThat(Decision.in(town).enact(1, transfer("treasury", "harbour", "1.00")))
                .isInstanceOf(ActionEnactedV1.class);
    }

    @Test
    void aTreasuryThatIsNotDeclaredHoldsEveryAsset() {
        var town = Town.found(Town.text().replace("  treasury: { asset: SKR, opening: \"1000.00\" }\n", ""));

        town.get("/accounts/treasury").body("holdings.asset", contains("HOURS", "SKR"));
        assertThat(Decision.in(town).enact(1, transfer("school", "treasury", "1.00")))
                .isInstanceOf(ActionEnactedV1.class);
    }
}
