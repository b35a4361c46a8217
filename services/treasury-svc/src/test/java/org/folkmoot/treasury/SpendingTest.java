// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.RoleRevokedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever holds a role spends within its limit, without a proposal and by an act that is signed. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SpendingTest {
    private static final Person ANN = Person.named("Ann");
    private static final String RULES = """
            roles: { steward: { title: Steward }, cook: {} }
            treasury:
              limits:
                - { from: school, asset: SKR, role: steward, most: "30.00", every: P1W }
                - { from: school, asset: SKR, most: "100.00", every: P1M }
            """;

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found(Town.text() + RULES);
        var member = ANN.in(town.community()).hex();
        News.tell(
                Topics.IDENTITY,
                new RoleGrantedV1(
                        town.community().hex(),
                        2,
                        Town.NOW,
                        member,
                        "steward",
                        RoleGrantedV1.WITHOUT_END,
                        Hash.ZERO.hex()));
        awaitRoles(1);
    }

    private void awaitRoles(int count) {
        Town.await(() -> assertThat(new Sql(database)
                        .all(
                                "select role from known_role where community = ? and valid_to is null",
                                row -> row.getString(1),
                                town.community().bytes()))
                .hasSize(count));
    }

    @Test
    void whatIsSpentMovesOnceHoweverOftenItIsSentOrSigned() {
        var act = act(spending("one", "20.00"));

        var first = send(act).statusCode(201).extract().asString();

        spend(spending("other", "1.00")).statusCode(201);
        assertThat(first).contains("\"balances\":{\"SKR\":\"");
        assertThat(send(act).statusCode(201).extract().asString()).isEqualTo(first);
        assertThat(spend(spending("one", "20.00")).statusCode(201).extract().asString())
                .isEqualTo(first);
        town.expectBalance("harbour", "21.00");
        town.get("/transfers").body("items[0].code", equalTo("spent"));
        new Audit(database, town.community()).check();
    }

    @Test
    void somethingElseUnderTheSameIdIsRefused() {
        spend(spending("one", "20.00")).statusCode(201);

        spend(spending("one", "20.01"))
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:spending-different"))
                .body("part", equalTo("amount"));
        town.expectBalance("harbour", "20.00");
    }

    @ParameterizedTest
    @CsvSource({"29.99, 201", "30.00, 201", "30.01, 409"})
    void asMuchIsSpentAsTheLimitSays(String amount, int status) {
        spend(spending("one", amount)).statusCode(status);
    }

    @Test
    void aRefusalSaysWhichLimitAndIsFinal() {
        spend(spending("one", "20.00")).statusCode(201);

        spend(spending("two", "10.01"))
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:spending-impossible"))
                .body("reason", equalTo("limit-exceeded"))
                .body(
                        "detail",
                        startsWith("The limit 'from school by steward SKR every P7D' is 30.00 SKR for member/"));
        town.amend(Town.text() + RULES.replace("30.00", "50.00"));
        Town.await(() -> town.get("/limits").body("items.find { it.role == 'steward' }.most", equalTo("50.00")));
        spend(spending("two", "10.01")).statusCode(409).body("reason", equalTo("limit-exceeded"));
        spend(spending("three", "10.01")).statusCode(201);
    }

    @Test
    void whatIsSpentIsSeenForWhoeverSpent() {
        spend(spending("one", "20.00")).statusCode(201);

        town.get("/limits")
                .body("items.findAll { it.role == 'steward' }.left", equalTo(List.of("30.00", "10.00")))
                .body(
                        "items.findAll { it.role == 'steward' }[1].subject",
                        equalTo("member/" + ANN.in(town.community())));
    }

    @Test
    void nobodySpendsForOneself() {
        var own = "member/" + ANN.in(town.community()).hex();

        spend(with(spending("one", "1.00"), "to", own)).statusCode(409).body("reason", equalTo("conflict"));
    }

    @Test
    void nobodySpendsWithoutARoleThatHasALimitForIt() {
        spend(with(spending("one", "1.00"), "from", "treasury"))
                .statusCode(409)
                .body("reason", equalTo("not-permitted"));
        spend(with(spending("two", "1.00"), "role", "cook")).body("reason", equalTo("not-permitted"));
        spend(with(spending("three", "1.00"), "role", "steward")).statusCode(201);

        News.tell(
                Topics.IDENTITY,
                new RoleRevokedV1(
                        town.community().hex(),
                        3,
                        Town.NOW,
                        ANN.in(town.community()).hex(),
                        "steward",
                        Hash.ZERO.hex()));
        awaitRoles(0);
        spend(spending("four", "1.00")).statusCode(409).body("reason", equalTo("not-permitted"));
        spend(with(spending("three", "1.00"), "role", "steward")).statusCode(201);
    }

    @Test
    void manyAtOnceStayWithinTheLimit() {
        var statuses = new ConcurrentHashMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                var id = "at once " + i;
                threads.execute(() ->
                        statuses.merge(spend(spending(id, "2.00")).extract().statusCode(), 1, Integer::sum));
            }
        }

        assertThat(statuses).isEqualTo(Map.of(201, 15, 409, 9));
        town.expectBalance("harbour", "30.00");
        new Audit(database, town.community()).check();
    }

    @Test
    void strangersWrongKeysAndOtherCommunitiesAreRefused() {
        var stranger = Person.named("Stranger");
        send(stranger.says(town.community(), "treasury.spend/1")
                        .with("id", "one")
                        .with("from", "school")
                        .with("to", "harbour")
                        .with("asset", "SKR")
                        .with("amount", "1.00")
                        .sign()
                        .json())
                .body("type", equalTo("urn:folkmoot:problem:not-a-member"));

        var elsewhere = Town.found(Town.text() + RULES);
        given().contentType("application/json")
                .body(act(spending("one", "1.00")))
                .post("/v1/communities/" + elsewhere.community() + "/spendings")
                .then()
                .body("type", equalTo("urn:folkmoot:problem:community-mismatch"));
        town.expectBalance("harbour", "0.00");
    }

    @Test
    void whatIsMalformedOrTooLongIsRefusedAndMovesNothing() {
        spend(with(spending("one", "1.00"), "at", "2026-01-01")).statusCode(400);
        spend(spending("x".repeat(501), "1.00")).statusCode(400);
        spend(with(spending("one", "1.00"), "memo", "x".repeat(501))).statusCode(400);
        spend(with(spending("one", "1.00"), "amount", 1)).statusCode(400);
        send("{}".getBytes(UTF_8)).statusCode(400);
        spend(spending("two", "1e3")).statusCode(409).body("reason", equalTo("amount-invalid"));
        spend(with(spending("three", "1.00"), "to", "nowhere"))
                .statusCode(409)
                .body("reason", equalTo("account-unknown"));
        town.expectBalance("harbour", "0.00");
    }

    private static Map<String, Object> spending(String id, String amount) {
        return Map.of("id", id, "from", "school", "to", "harbour", "asset", "SKR", "amount", amount);
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    private byte[] act(Map<String, Object> body) {
        var act = ANN.says(town.community(), "treasury.spend/1");
        for (var part : body.entrySet()) act = act.with(part.getKey(), part.getValue());
        return act.sign().json();
    }

    private ValidatableResponse spend(Map<String, Object> body) {
        return send(act(body));
    }

    private ValidatableResponse send(byte[] act) {
        return given().contentType("application/json")
                .body(act)
                .post("/v1/communities/" + town.community() + "/spendings")
                .then();
    }
}
