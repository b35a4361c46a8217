// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.RoleRevokedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/** A town that keeps money at a bank and on a chain, and the members who watch it there. */
record Outsiders(Town town, AtomicLong position, Instant until) {
    static final Person ANN = Person.named("Ann");
    static final Person BEA = Person.named("Bea");
    static final Person CYD = Person.named("Cyd");
    static final Person DAN = Person.named("Dan");
    static final String BOOKKEEPER = "bookkeeper";

    private static final String OUTSIDE = """
              EUR: { scale: 2 }
              USDC: { scale: 6 }
            """;
    private static final String RULES = """
            roles: { bookkeeper: { title: Bookkeeper } }
            treasury:
              attesters:
                EUR: { role: bookkeeper, atLeast: 2 }
                USDC: { role: bookkeeper, atLeast: 1 }
              bank: { EUR: { name: "Testholm & Söhne", iban: NO9386011117947, bic: DNBANOKK } }
            bodies:
            """;

    /** Ann, Bea and Cyd keep the books; Dan is a member. */
    static Outsiders found() {
        return found(Instant.now().plus(Duration.ofDays(1)));
    }

    /** The same, where what is signed holds until then. */
    static Outsiders found(Instant until) {
        return found(until, "");
    }

    /** The same with more in its constitution. */
    static Outsiders found(Instant until, String more) {
        var outsiders = new Outsiders(Town.found(text(more)), new AtomicLong(1), until);
        outsiders.join(BEA, CYD, DAN);
        for (var person : List.of(ANN, BEA, CYD)) outsiders.grant(person);
        outsiders.awaitRole(CYD);
        return outsiders;
    }

    /** Its constitution. */
    static String text(String more) {
        return more
                + Town.text()
                        .replace("accounts:\n", OUTSIDE + "accounts:\n")
                        .replace("  treasury: { asset: SKR, opening: \"1000.00\" }\n", "")
                        .replace("bodies:\n", RULES);
    }

    /** A town that nobody has heard of yet. */
    static Outsiders planned() {
        return new Outsiders(Town.planned(), new AtomicLong(), Instant.EPOCH);
    }

    void join(Person... people) {
        var entries = Arrays.stream(people)
                .map(person -> new MemberEntry(person.in(town.community()).hex(), person.did()))
                .toList();
        News.tell(
                Topics.IDENTITY,
                new MembersAddedV1(
                        town.community().hex(), position.incrementAndGet(), Town.NOW, entries, Hash.ZERO.hex()));
    }

    void grant(Person person) {
        News.tell(
                Topics.IDENTITY,
                new RoleGrantedV1(
                        town.community().hex(),
                        position.incrementAndGet(),
                        Town.NOW,
                        person.in(town.community()).hex(),
                        BOOKKEEPER,
                        RoleGrantedV1.WITHOUT_END,
                        Hash.ZERO.hex()));
    }

    /** Takes the role away, and waits until that is known. */
    void revoke(Person person) {
        News.tell(
                Topics.IDENTITY,
                new RoleRevokedV1(
                        town.community().hex(),
                        position.incrementAndGet(),
                        Town.NOW,
                        person.in(town.community()).hex(),
                        BOOKKEEPER,
                        Hash.ZERO.hex()));
        Town.await(() -> attest(person, probe()).statusCode(403));
    }

    void awaitRole(Person person) {
        Town.await(() -> attest(person, probe()).statusCode(422));
    }

    /** Something that no member can attest, by which one sees who may. */
    private static Map<String, Object> probe() {
        return with(deposit("probe", "0.00"), "account", "nowhere");
    }

    static Map<String, Object> deposit(String reference, String amount) {
        return Map.of(
                "kind", "deposit",
                "asset", "EUR",
                "account", "treasury",
                "amount", amount,
                "reference", reference,
                "at", "2026-11-20T09:00:00.000Z");
    }

    static Map<String, Object> withdrawal(String reference, String amount) {
        return with(deposit(reference, amount), "kind", "withdrawal");
    }

    static Map<String, Object> paid(String payout, String reference, String outcome) {
        return Map.of("kind", "payout", "payout", payout, "reference", reference, "outcome", outcome);
    }

    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var changed = new HashMap<>(body);
        changed.put(name, value);
        return changed;
    }

    byte[] sign(Person person, Map<String, Object> body) {
        var saying = person.says(town.community(), "treasury.attest/1");
        for (var part : body.entrySet()) saying = saying.with(part.getKey(), part.getValue());
        return saying.until(until).sign().json();
    }

    ValidatableResponse attest(Person person, Map<String, Object> body) {
        return send(sign(person, body));
    }

    ValidatableResponse send(byte[] act) {
        return given().contentType("application/json")
                .body(act)
                .post("/v1/communities/" + town.community() + "/attestations")
                .then();
    }

    /** Puts so much into the treasury, as two members say. */
    void deposited(String reference, String amount) {
        attest(ANN, deposit(reference, amount)).statusCode(201);
        attest(BEA, deposit(reference, amount)).statusCode(201);
    }

    String balance(String account, String asset) {
        List<String> found = town.get("/accounts/" + account)
                .extract()
                .path("holdings.findAll { it.asset == '" + asset + "' }.balance");
        return found == null || found.isEmpty() ? "" : found.getFirst();
    }
}
