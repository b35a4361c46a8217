// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where only members read the roll, no read of the ledger tells others who they are, and the journal is checked all the same. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HiddenMembersTest {
    private static final String BEA = Town.member("Bea");
    private static final String LIMIT = """
            treasury:
              limits:
                - { from: treasury, asset: SKR, to: each, most: "100.00", every: P1M }
            """;

    private Town town = Town.planned();
    private String stream = "";

    @BeforeEach
    void moveSomething() {
        found("members");
    }

    private void found(String roll) {
        town = Town.found(Town.text() + LIMIT + "membership: { roll: " + roll + " }\n");
        Decision.in(town).enact(1, Decision.transfer("treasury", BEA, "5.00"));
        var decision = Decision.in(town);
        decision.enact(
                1,
                Decision.with(
                        Decision.with(Decision.transfer("treasury", BEA, "10.00"), "type", "treasury.stream"),
                        "lasts",
                        "P10D"));
        stream = decision.enactment(1);
        Decision.in(town)
                .enact(
                        1,
                        Decision.with(
                                Decision.with(Decision.transfer("treasury", BEA, "1.00"), "type", "treasury.hold"),
                                "term",
                                "P10D"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/",
                "/statements/%s?asset=SKR",
                "/balances/%s?at=2026-11-20T10:00:00Z",
                "/escrows?party=%s",
                "/dues?member=%s"
            })
    void whoMayNotReadTheRollIsToldNothingOfAMember(String path) {
        var asked = path.startsWith("/dues")
                ? path.formatted(BEA.substring("member/".length()))
                : path.endsWith("/") ? path + BEA : path.formatted(BEA);

        town.get(asked).statusCode(401).body("type", equalTo("urn:folkmoot:problem:session-required"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/transfers",
                "/holds",
                "/ledger",
                "/limits",
                "/escrows",
                "/expenses",
                "/statements/treasury?asset=SKR",
                "/journal/hledger",
                "/journal/beancount",
                "/journal/csv"
            })
    void noListNamesAMember(String path) {
        assertThat(body(path)).doesNotContain(BEA).doesNotContain(BEA.substring("member/".length()));
        assertThat(body("/escrows/" + stream)).contains("\"to\":\"member\"").doesNotContain(BEA);
    }

    @Test
    void whatIsRefusedDoesNotNameAMember() {
        var decision = Decision.in(town);
        var failed = (ActionFailedV1) decision.enact(1, Decision.transfer(BEA, "school", "5.01"));

        assertThat(failed.detail()).startsWith(BEA);
        town.get("/transfers/" + decision.enactment(1))
                .statusCode(200)
                .body("from", equalTo("member"))
                .body("detail", equalTo("member has 5.00 SKR to spend, not 5.01."));
    }

    @Test
    void othersSeeTheAccountsOfTheCommunityAndWhoeverTheyPaid() {
        town.get("/accounts").statusCode(200).body("items.kind", not(contains("member")));
        town.get("/statements/treasury?asset=SKR")
                .body("items.with", contains("issuance/SKR", "member", "escrow/" + stream));
        assertThat(body("/journal/csv")).contains(",treasury,member,SKR,5.00,");
        town.get("/limits")
                .body("items", hasSize(1))
                .body("items[0].spent", equalTo("0.00")); // whoever was paid nothing
    }

    @Test
    void everybodyChecksTheJournal() {
        var lines = body("/journal/jsonl");
        var transfer = town.get("/transfers").extract().<String>path("items[1].transfer");

        assertThat(lines).contains(BEA);
        var found = JournalCheck.check(
                lines.lines().map(line -> line.getBytes(UTF_8)).iterator());
        assertThat(found.fault()).isEmpty();
        town.get("/transfers/" + transfer + "/proof").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "pseudonymous"})
    void whereIdsArePublicNothingIsHidden(String roll) {
        found(roll);

        town.get("/accounts/" + BEA).statusCode(200).body("holdings[0].balance", equalTo("5.00"));
        assertThat(body("/accounts")).contains(BEA);
        assertThat(body("/journal/csv")).contains(BEA);
        town.get("/escrows?party=" + BEA).statusCode(200).body("items.to", equalTo(List.of(BEA)));
        town.get("/dues?member=" + BEA.substring("member/".length())).statusCode(200);
    }

    private String body(String path) {
        return town.get(path).statusCode(200).extract().body().asString();
    }
}
