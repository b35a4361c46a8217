// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.folkmoot.testkit.Person;

/** The account of the one member of a town whose members pay each other with TEA. */
record Purse(Town town) {
    private static final Person ANN = Person.named("Ann");

    /** Founds a town in which the teahouse has a thousand. */
    static Purse empty() {
        return new Purse(Town.found(Town.text()
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  TEA: { scale: 2, kind: currency, issuance: { cap: \"5000.00\" } }")
                .replace(
                        "  harbour: { asset: SKR }",
                        "  harbour: { asset: SKR }\n  teahouse: { asset: TEA, opening: \"1000.00\" }")));
    }

    /** The name of the account. */
    String account() {
        return "member/" + ANN.in(town.community());
    }

    /** Gets so much from the teahouse by a decision. */
    Purse fund(String amount) {
        Decision.in(town).enact(1, Decision.with(Decision.transfer("teahouse", account(), amount), "asset", "TEA"));
        return this;
    }

    /** A signed payment of one leg, whatever is said to be its amount. */
    byte[] payment(String id, String to, Object amount) {
        return ANN.says(town.community(), "payment.make/1")
                .with("id", id)
                .with("legs", List.of(Map.of("to", to, "asset", "TEA", "amount", amount)))
                .sign()
                .json();
    }

    ValidatableResponse send(byte[] act) {
        return given().contentType("application/json")
                .body(new String(act, UTF_8))
                .post("/v1/communities/" + town.community() + "/payments")
                .then();
    }

    ValidatableResponse pay(String id, String to, Object amount) {
        return send(payment(id, to, amount));
    }
}
