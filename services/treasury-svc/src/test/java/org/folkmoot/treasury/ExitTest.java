// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member gives shares back for the same share of what the community has, once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExitTest {
    private static final Person ANN = Person.named("Ann");
    private static final String TEXT =
            Town.text().replace("  HOURS: { scale: 0 }", "  HOURS: { scale: 0 }\n  UNITS: { scale: 0, kind: shares }");
    private static final String EXIT = "treasury: { exit: { shares: UNITS, from: [treasury, school, workshop] } }\n";

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();
    private String ann = "";

    @BeforeEach
    void found() {
        town = Town.found(TEXT + EXIT);
        ann = "member/" + ANN.in(town.community());
        issue(ann, "3");
        issue(Town.member("the others"), "4");
    }

    private void issue(String to, String units) {
        var action = Map.<String, Object>of("type", "treasury.issue", "to", to, "asset", "UNITS", "amount", units);
        assertThat(Decision.in(town).enact(1, action)).isInstanceOf(ActionEnactedV1.class);
    }

    @Test
    void theShareOfEveryAccountIsPaidOnceHoweverOftenItIsAskedFor() {
        var act = act("one", "3");

        var first =
                send(act).statusCode(201).body("payouts", equalTo(3)).extract().asString();
        assertThat(send(act).statusCode(201).extract().asString()).isEqualTo(first);
        assertThat(send(act("one", "3")).statusCode(201).extract().asString()).isEqualTo(first);

        // 3/7 of 1000.00, of 200.00 and of 40
        holds(ann, "SKR", "514.28");
        holds(ann, "HOURS", "17");
        holds(ann, "UNITS", "0");
        town.expectBalance("treasury", "571.43");
        town.expectBalance("school", "114.29");
        town.expectBalance("issuance/UNITS", "-4");
        new Audit(database, town.community()).check();
    }

    @Test
    void nobodyGivesBackMoreThanOneHas() {
        send(act("one", "4")).statusCode(409).body("reason", equalTo("units-insufficient"));
        send(act("two", "0")).statusCode(409).body("reason", equalTo("amount-invalid"));
        send(act("three", "1", List.of("UNITS"))).statusCode(409).body("reason", equalTo("asset-unknown"));

        holds(ann, "UNITS", "3");
        town.expectBalance("treasury", "1000.00");
    }

    @Test
    void anotherExitUnderTheSameIdIsRefused() {
        send(act("one", "1")).statusCode(201);

        send(act("one", "2"))
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:exit-different"))
                .body("part", equalTo("amount"));
        holds(ann, "UNITS", "2");
    }

    @Test
    void whatIsNamedTwiceIsPaidOnceAndWhatIsNotNamedStays() {
        send(act("one", "3", List.of("SKR", "HOURS", "SKR"))).statusCode(201);

        holds(ann, "SKR", "514.28");
        holds(ann, "HOURS", "17");
    }

    @Test
    void whatIsSetAsideIsNotShared() {
        var hold = Map.<String, Object>of(
                "type",
                "treasury.hold",
                "from",
                "treasury",
                "to",
                "harbour",
                "asset",
                "SKR",
                "amount",
                "300.00",
                "term",
                "P3650D");
        Decision.in(town).enact(1, hold);

        send(act("one", "3", List.of("SKR"))).statusCode(201);

        holds(ann, "SKR", "385.71"); // 3/7 of 700.00, and 85.71 of the school's
    }

    @Test
    void partsAtOnceGiveNoMoreThanTheWhole() {
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int i = 0; i < 5; i++) {
                var id = "part " + i;
                threads.execute(() -> send(act(id, "1")));
            }
        }

        holds(ann, "UNITS", "0");
        holds(ann, "SKR", "514.27"); // 0.01 less than at once
        new Audit(database, town.community()).check();
    }

    @Test
    void whereNothingIsSaidOfItNobodyLeavesWithAShare() {
        var other = Town.found(TEXT);

        given().contentType("application/json")
                .body(ANN.says(other.community(), "treasury.exit/1")
                        .with("id", "one")
                        .with("units", "1")
                        .sign()
                        .json())
                .post("/v1/communities/" + other.community() + "/exits")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:exit-not-offered"));
    }

    @Test
    void strangersOtherCommunitiesAndWhatIsMalformedAreRefused() {
        send(Person.named("Stranger")
                        .says(town.community(), "treasury.exit/1")
                        .with("id", "one")
                        .with("units", "1")
                        .sign()
                        .json())
                .body("type", equalTo("urn:folkmoot:problem:not-a-member"));
        given().contentType("application/json")
                .body(act("one", "1"))
                .post("/v1/communities/" + Town.found(TEXT + EXIT).community() + "/exits")
                .then()
                .body("type", equalTo("urn:folkmoot:problem:community-mismatch"));
        send(act("one", "1", List.of())).statusCode(400);
        send(act("one", "1", List.of("kroner"))).statusCode(400);
        send(act("x".repeat(501), "1")).statusCode(400);
        holds(ann, "UNITS", "3");
    }

    private void holds(String account, String asset, String balance) {
        town.get("/accounts/" + account)
                .statusCode(200)
                .body("holdings.find { it.asset == '" + asset + "' }.balance", equalTo(balance));
    }

    private byte[] act(String id, String units) {
        return ANN.says(town.community(), "treasury.exit/1")
                .with("id", id)
                .with("units", units)
                .sign()
                .json();
    }

    private byte[] act(String id, String units, List<String> assets) {
        return ANN.says(town.community(), "treasury.exit/1")
                .with("id", id)
                .with("units", units)
                .with("assets", assets)
                .sign()
                .json();
    }

    private ValidatableResponse send(byte[] act) {
        return given().contentType("application/json")
                .body(act)
                .post("/v1/communities/" + town.community() + "/exits")
                .then();
    }
}
