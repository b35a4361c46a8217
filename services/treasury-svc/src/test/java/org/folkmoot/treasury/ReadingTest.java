// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anyone can read, page by page, and what is said when there is nothing to read. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReadingTest {
    private static final String ZERO = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String NOBODY = Hash.of("nobody".getBytes(UTF_8)).hex();

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found();
    }

    @Test
    void assetsAreReadByCode() {
        town.get("/assets")
                .statusCode(200)
                .body("items.asset", contains("HOURS", "SKR"))
                .body("items.scale", contains(0, 2))
                .body("items.kind", contains("external", "external"))
                .body("items[0]", not(hasKey("cap")))
                .body("items[1].cap", equalTo("1500.00"));
        assertThat(pages("/assets", "asset", 1)).containsExactly(List.of("HOURS"), List.of("SKR"));
    }

    @Test
    void accountsAreReadByNameAndAsset() {
        assertThat(pages("/accounts", "account", 3))
                .containsExactly(
                        List.of("harbour", "ice", "issuance/HOURS"),
                        List.of("issuance/SKR", "school", "treasury"),
                        List.of("workshop"));
        town.get("/accounts")
                .body("items[5].kind", equalTo("declared"))
                .body("items[5].state", equalTo("open"))
                .body("items[5].balance", equalTo("1000.00"))
                .body("items[5].available", equalTo("1000.00"))
                .body("items[5].debits", equalTo("0.00"))
                .body("items[5].credits", equalTo("1000.00"))
                .body("items[2]", not(hasKey("available")));
    }

    @Test
    void theJournalIsReadTheLatestFirstAndHasNoRefusals() {
        Decision.in(town).enact(1, transfer("treasury", "harbour", "1.00"));
        Decision.in(town).enact(1, transfer("harbour", "school", "99.00"));
        Decision.in(town).enact(1, transfer("treasury", "harbour", "2.00"));

        assertThat(pages("/transfers", "entry", 2)).containsExactly(List.of(5, 4), List.of(3, 2), List.of(1));
        town.get("/transfers")
                .body("items[0].code", equalTo("decided"))
                .body("items[0].from", equalTo("treasury"))
                .body("items[0].to", equalTo("harbour"))
                .body("items[0].amount", equalTo("2.00"))
                .body("items[4].code", equalTo("opening"))
                .body("items[4].from", equalTo("issuance/SKR"))
                .body("items[4].cause", equalTo(town.community().hex()));
    }

    @Test
    void aPageEndsWithoutACursorWhenNothingFollows() {
        town.get("/transfers?limit=3").body("items.entry", contains(3, 2, 1)).body("$", not(hasKey("next")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets", "/accounts", "/accounts/treasury", "/transfers", "/transfers/" + ZERO, "/holds"})
    void anUnknownCommunityIsSaidToBeUnknown(String path) {
        given().get("/v1/communities/" + NOBODY + path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:folkmoot:problem:community-unknown"))
                .body("community", equalTo(NOBODY));
        for (var malformed : List.of("abc", NOBODY.toUpperCase(java.util.Locale.ROOT), NOBODY + "0"))
            given().get("/v1/communities/" + malformed + path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:folkmoot:problem:not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "member/bea", "issuance/EUR", "%00", "a%00b", "%0A", "treasury%20"})
    void anUnknownAccountIsSaidToBeUnknown(String account) {
        given().urlEncodingEnabled(false)
                .get("/v1/communities/" + town.community() + "/accounts/" + account)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:folkmoot:problem:account-unknown"));
    }

    @Test
    void anUnknownTransferIsSaidToBeUnknown() {
        town.get("/transfers/" + NOBODY)
                .statusCode(404)
                .body("type", equalTo("urn:folkmoot:problem:transfer-unknown"))
                .body("transfer", equalTo(NOBODY));
        town.get("/transfers/abc").statusCode(404).body("type", equalTo("urn:folkmoot:problem:not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "x", "1.5", "9999999999"})
    void aBadLimitIsRefused(String limit) {
        for (var path : List.of("/assets", "/accounts", "/transfers", "/holds"))
            town.get(path + "?limit=" + limit)
                    .statusCode(400)
                    .body("type", equalTo("urn:folkmoot:problem:request-invalid"));
    }

    @Test
    void aBadCursorIsRefused() {
        for (var path : List.of("/assets", "/accounts", "/transfers", "/holds"))
            for (var cursor : List.of("!", cursor("a\0b"))) expectMalformed(path, cursor);
        expectMalformed("/accounts", cursor("treasury"));
        expectMalformed("/transfers", cursor("treasury"));
        expectMalformed("/transfers", cursor("9".repeat(30)));
        for (var moment : List.of("2027-02-30T00:00:00Z", "+999999999-01-01T00:00:00Z", "2027-01-01", "-"))
            expectMalformed("/holds", cursor(moment + "\n" + ZERO));
        expectMalformed("/holds", cursor("2027-01-01T00:00:00Z"));
    }

    @Test
    void nothingIsWrittenHere() {
        given().body("{}")
                .contentType("application/json")
                .post("/v1/communities/" + town.community() + "/transfers")
                .then()
                .statusCode(405)
                .body("type", equalTo("urn:folkmoot:problem:method-not-allowed"));
    }

    private void expectMalformed(String path, String cursor) {
        town.get(path + "?after=" + cursor)
                .statusCode(400)
                .body("type", equalTo("urn:folkmoot:problem:cursor-malformed"));
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    private List<List<Object>> pages(String path, String field, int limit) {
        var pages = new ArrayList<List<Object>>();
        @Nullable String next = "";
        while (next != null) {
            var answer = town.get(path + "?limit=" + limit + (next.isEmpty() ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            pages.add(answer.path("items." + field));
            next = answer.path("next");
        }
        return pages;
    }
}
