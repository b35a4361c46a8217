// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.treasury.EscrowTown.BEA;
import static org.folkmoot.treasury.EscrowTown.CAT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every place that takes an act about an escrow refuses what is not exactly that, and then nothing has changed. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EscrowDoorsTest {
    private static final String PROBLEM = "urn:folkmoot:problem:";
    private static final String UNKNOWN = "cd".repeat(32);

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private EscrowTown place;

    @BeforeEach
    void found() {
        place = EscrowTown.found(database, clock);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    /** A door, its act, who may sign it, what else it says, and which escrow it is about. */
    static Stream<Arguments> doors() {
        return Stream.of(
                Arguments.of("withdrawals", "stream.withdraw/1", BEA, Map.of("id", "a"), "stream"),
                Arguments.of("attestations", "grant.attest/1", CAT, Map.of("number", 1), "grant"),
                Arguments.of("claims", "bounty.claim/1", BEA, Map.of("work", "ab".repeat(32)), "bounty"),
                Arguments.of("awards", "bounty.award/1", CAT, Map.of("to", "member/" + "ab".repeat(32)), "bounty"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doors")
    void refusesEverythingElse(String door, String type, Person signer, Map<String, Object> body, String kind) {
        var escrow = escrow(kind);
        var other = Town.planned().community();
        var good = says(signer, type, escrow, body);

        expect(door, 403, "not-a-member", says(Person.named("Stranger"), type, escrow, body));
        expect(
                door,
                422,
                "key-not-valid",
                says(Person.named("Stranger"), type, escrow, body)
                        .as(signer.in(place.town().community())));
        expect(door, 422, "act-type-unexpected", says(signer, "payment.make/1", escrow, body));
        expect(door, 422, "subject-unknown", good.about(Hash.parse(escrow)));
        expect(door, 422, "act-expired", good.until(clock.instant().minus(Duration.ofDays(1))));
        expect(door, 422, "community-mismatch", with(signer.says(other, type).with("escrow", escrow), body));
        expect(door, 400, "payload-malformed", good.with("fee", "1.00"));
        expect(door, 400, "payload-malformed", good.with("escrow", "that one"));
        expect(door, 400, "payload-malformed", place.says(signer, type, escrow));
        body.keySet().forEach(name -> expect(door, 400, "payload-malformed", good.with(name, Map.of())));
        body.forEach((name, value) -> {
            if (value instanceof String) expect(door, 400, "payload-malformed", good.with(name, "x".repeat(501)));
        });
        expect(door, 404, "escrow-unknown", good.with("escrow", UNKNOWN));
        expect(door, 409, "escrow-impossible", good.with("escrow", escrow(kind.equals("stream") ? "grant" : "stream")));
        place.send(door, "{not json".getBytes(UTF_8)).statusCode(400);
        place.send(door, new byte[200_000]).statusCode(413);
        place.send(door, forged(good)).statusCode(422).body("type", equalTo(PROBLEM + "signature-invalid"));

        place.show(escrow).body("released", equalTo("0.00")).body("returned", equalTo("0.00"));
        place.town().get("/escrows/" + escrow + "/sayings").body("items", hasSize(0));
        place.audit();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("doors")
    void whatWasAcceptedIsNotDoneTwice(String door, String type, Person signer, Map<String, Object> body, String kind) {
        var escrow = escrow(kind);
        if (door.equals("awards")) {
            place.send("claims", says(BEA, "bounty.claim/1", escrow, Map.of("work", UNKNOWN)))
                    .statusCode(201);
        }
        clock.pass(Duration.ofDays(1).plusHours(1));
        var act = says(signer, type, escrow, body);
        var sent = (door.equals("awards") ? act.with("to", place.account(BEA)) : act)
                .sign()
                .json();

        place.send(door, sent).statusCode(201);

        if (door.equals("withdrawals")) place.send(door, sent).statusCode(201);
        else place.send(door, sent).statusCode(409).body("type", equalTo(PROBLEM + "act-duplicate"));
        place.audit();
    }

    private String escrow(String kind) {
        return place.decide(
                switch (kind) {
                    case "stream" -> place.stream("10.00");
                    case "grant" -> place.grant();
                    default -> place.bounty(2);
                });
    }

    private Saying says(Person person, String type, String escrow, Map<String, Object> body) {
        return with(place.says(person, type, escrow), body);
    }

    private static Saying with(Saying saying, Map<String, Object> body) {
        var said = saying;
        for (var part : body.entrySet()) said = said.with(part.getKey(), part.getValue());
        return said;
    }

    /** The signature of another act. */
    private static byte[] forged(Saying saying) {
        var one = new String(saying.sign().json(), UTF_8);
        var other = new String(saying.seq(saying.seq() + 1).sign().json(), UTF_8);
        return one.replaceAll("\"signature\":\"[^\"]*\"", signature(other)).getBytes(UTF_8);
    }

    private static String signature(String json) {
        int from = json.indexOf("\"signature\":\"");
        return json.substring(from, json.indexOf('"', from + "\"signature\":\"".length()) + 1);
    }

    private void expect(String door, int status, String problem, Saying saying) {
        place.send(door, saying).statusCode(status).body("type", equalTo(PROBLEM + problem));
    }
}
