// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised is foretold to the unit, for the whole community and for one account. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ForecastTest {
    private static final String JANUARY = "2027-01-01T00:00:00Z";

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @BeforeEach
    void travel() {
        clock.reach(Town.NOW);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void whatIsKeptForSomebodyLeavesWhenItIsDue() {
        var place = EscrowTown.found(database, clock);
        place.decide(Decision.with(place.stream("100.00"), "starts", "2026-11-01T00:00:00.000Z"));
        place.decide(place.grant());
        place.decide(place.bounty(1));

        forecast(place.town(), "SKR", JANUARY, "&account=treasury")
                .statusCode(200)
                .body("own", equalTo("790.00"))
                .body("kept", equalTo("210.00"))
                .body("parts.to", contains("2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"))
                .body("parts[0].out", equalTo(Map.of("bounty", "50.00", "grant", "60.00", "stream", "2.99")))
                .body("parts[1].out", equalTo(Map.of("stream", "3.10")))
                .body("parts.leaving", contains("112.99", "116.09"))
                .body("parts.remains", contains("887.01", "883.91"))
                .body("later", equalTo("93.91"));
        forecast(place.town(), "SKR", JANUARY, "")
                .body("own", equalTo("990.00"))
                .body("kept", equalTo("210.00"))
                .body("parts.remains", contains("1087.01", "1083.91"));
        forecast(place.town(), "SKR", JANUARY, "&account=school")
                .body("kept", equalTo("0.00"))
                .body("parts.remains", contains("200.00", "200.00"));
    }

    @Test
    void whatIsOverAndCannotGoBackIsKeptAndPromisedToNobody() {
        var place = EscrowTown.found(database, clock);
        place.decide(place.bounty(1));
        place.decide(Map.of("type", "treasury.freeze", "account", "treasury", "asset", "SKR"));

        clock.pass(Duration.ofDays(6));

        forecast(place.town(), "SKR", JANUARY, "&account=treasury")
                .statusCode(200)
                .body("own", equalTo("950.00"))
                .body("kept", equalTo("50.00"))
                .body("parts[0].out", equalTo(Map.of()))
                .body("parts[0].remains", equalTo("1000.00"))
                .body("later", equalTo("0.00"));
    }

    @Test
    void whatProposalsSetAsideMayLeaveNow() {
        var place = EscrowTown.found(database, clock);
        commit(place.town(), Decision.transfer("treasury", "harbour", "30.00"));
        commit(place.town(), Decision.transfer("treasury", place.account(EscrowTown.BEA), "20.00"));

        Town.await(() -> forecast(place.town(), "SKR", JANUARY, "&account=treasury")
                .body("parts[0].out", equalTo(Map.of("proposal", "50.00")))
                .body("parts.remains", contains("950.00", "950.00")));
        // From one of the community's accounts to another nothing leaves it.
        forecast(place.town(), "SKR", JANUARY, "")
                .body("parts[0].out", equalTo(Map.of("proposal", "20.00")))
                .body("parts.remains", contains("1180.00", "1180.00"));
    }

    @Test
    void budgetsLeaveOneAccountForAnother() {
        var town = Town.found(Town.text()
                .replace(
                        "bodies:\n",
                        "treasury: { zone: Europe/Oslo, budgets:"
                                + " { ice: { from: treasury, amount: \"100.00\", every: P1M } } }\nbodies:\n"));
        var until = "2027-01-31T23:00:00Z";

        Town.await(() -> forecast(town, "SKR", until, "&account=treasury")
                .body("parts.out", equalTo(List.of(Map.of(), Map.of("budget", "100.00"), Map.of("budget", "100.00"))))
                .body("parts.remains", contains("1000.00", "900.00", "800.00")));
        forecast(town, "SKR", until, "&account=ice").body("parts.remains", contains("0.00", "100.00", "200.00"));
        forecast(town, "SKR", "2026-12-31T23:00:00.001Z", "&account=treasury")
                .body("parts.remains", contains("1000.00", "900.00", "800.00"));
        forecast(town, "SKR", until, "").body("parts.remains", contains("1200.00", "1200.00", "1200.00"));
    }

    @Test
    void paymentsToTheOutsideMayLeaveNow() {
        var outsiders = Outsiders.found(Town.NOW.plus(Duration.ofDays(30)));
        outsiders.deposited("in", "100.00");
        Decision.in(outsiders.town())
                .enact(
                        1,
                        Map.of(
                                "type",
                                "treasury.payout",
                                "from",
                                "treasury",
                                "asset",
                                "EUR",
                                "amount",
                                "80.00",
                                "to",
                                Map.of("iban", "DE89370400440532013000", "name", "Bea"),
                                "expires",
                                "P14D"));

        forecast(outsiders.town(), "EUR", JANUARY, "")
                .body("own", equalTo("20.00"))
                .body("kept", equalTo("80.00"))
                .body("parts[0].out", equalTo(Map.of("payout", "80.00")))
                .body("parts.remains", contains("20.00", "20.00"))
                .body("unconfirmed", equalTo("0.00"));
        outsiders.attest(Outsiders.ANN, Outsiders.withdrawal("out", "3.00")).statusCode(201);
        outsiders.attest(Outsiders.BEA, Outsiders.withdrawal("out", "3.50")).statusCode(201);
        forecast(outsiders.town(), "EUR", JANUARY, "&account=treasury").body("unconfirmed", equalTo("3.50"));
    }

    @Test
    void whatCannotBeForetoldIsRefused() {
        var town = Town.found();

        expect(forecast(town, "SKR", "soon", ""), 400, "horizon-invalid");
        expect(forecast(town, "SKR", Town.NOW.toString(), ""), 400, "horizon-invalid");
        expect(forecast(town, "SKR", JANUARY, "&by=year"), 400, "request-invalid");
        forecast(town, "SKR", "2027-03-20T00:00:00Z", "&by=day").body("parts", hasSize(120));
        expect(forecast(town, "SKR", "2027-03-20T00:00:00.001Z", "&by=day"), 400, "horizon-invalid");
        expect(forecast(town, "", JANUARY, ""), 400, "request-invalid");
        expect(forecast(town, "NIX", JANUARY, ""), 404, "asset-unknown");
        expect(forecast(town, "%00", JANUARY, ""), 404, "asset-unknown");
        for (var account : List.of("nowhere", "workshop", "issuance/SKR", Town.member("Ann"), "%00"))
            expect(forecast(town, "SKR", JANUARY, "&account=" + account), 404, "own-account-unknown");
        given().get("/v1/communities/" + "ab".repeat(32) + "/forecast?asset=SKR&until=" + JANUARY)
                .then()
                .statusCode(404);
    }

    @Test
    void whatTheCalendarWillDoIsToldApartByWhatComesInAndWhatLeaves() {
        var town = Town.found(Town.text()
                .replace("SKR: { scale: 2, issuance", "SKR: { scale: 2, kind: currency, issuance")
                .replace("cap: \"1500.00\"", "cap: \"9000.00\"")
                .replace("bodies:\n", """
                        treasury:
                          zone: Europe/Oslo
                          dues: { fee: { asset: SKR, amount: "10.00", every: P1M, to: school } }
                          income: { basic: { asset: SKR, amount: "50.00", every: P1M } }
                          demurrage: { SKR: { rate: 1/100, every: P1M, exempt: [school] } }
                        bodies:
                        """));

        Town.await(() -> calendar(town, "2026-12-31T23:00:00Z", "")
                .statusCode(200)
                .body("parts.in", equalTo(List.of(Map.of(), Map.of("dues", "10.00"))))
                .body("parts.out", equalTo(List.of(Map.of(), Map.of("demurrage", "10.00"))))
                .body("parts.issued", contains("0.00", "50.00"))
                .body("parts.retired", contains("0.00", "10.00"))
                .body("parts.owed", contains("0.00", "0.00"))
                .body("holds", equalTo("1200.00"))
                .body("parts.holds", contains("1200.00", "1200.00")));
        calendar(town, "2026-12-31T23:00:00.001Z", "&account=school")
                .body("parts.in", equalTo(List.of(Map.of(), Map.of("dues", "10.00"), Map.of("dues", "10.00"))))
                .body("parts.out", equalTo(List.of(Map.of(), Map.of(), Map.of())));
        expect(calendar(town, "soon", ""), 400, "horizon-invalid");
        expect(calendar(town, JANUARY, "&account=nowhere"), 404, "own-account-unknown");
    }

    private static ValidatableResponse calendar(Town town, String until, String more) {
        return given().urlEncodingEnabled(false)
                .get("/v1/communities/" + town.community() + "/forecast/calendar?asset=SKR&until=" + until + more)
                .then();
    }

    private static ValidatableResponse forecast(Town town, String asset, String until, String more) {
        return given().urlEncodingEnabled(false)
                .get("/v1/communities/" + town.community() + "/forecast?asset=" + asset + "&until=" + until + more)
                .then();
    }

    private static void expect(ValidatableResponse answer, int status, String problem) {
        answer.body("type", equalTo("urn:folkmoot:problem:" + problem)).statusCode(status);
    }

    private static void commit(Town town, Map<String, Object> action) {
        var decision = Decision.in(town);
        var community = town.community().hex();
        var name = Map.of("community", community, "proposal", decision.proposal(), "type", "commitment/1");
        News.tell(
                Topics.PROPOSALS,
                new CommitmentDueV1(
                        community,
                        decision.proposal(),
                        Hash.of(Json.object(name).canonical()).hex(),
                        Json.of(List.of(Map.of("action", action, "index", 0))).canonicalText(),
                        Town.NOW));
    }
}
