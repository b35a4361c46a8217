// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.contracts.KeysChangedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.PasskeyKey;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money moves by a passkey where the constitution lets members sign with one, and nowhere else. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PasskeyPaymentTest {
    private static final Random RANDOM = new Random(83);
    private static final String ORIGIN = "https://moot.example.org";
    private static final String PLACES = "passkeys: { origins: [\"" + ORIGIN + "\"], rpIds: [example.org] }\n";
    private static final String ORDINARY = "application/json";
    private static final String LONG_WAY = "application/json; charset=utf-8";

    private final PasskeyKey here = PasskeyKey.generate(RANDOM, ORIGIN, "example.org");
    private final PasskeyKey elsewhere = PasskeyKey.generate(RANDOM, "https://blog.example.org", "example.org");

    private Town town = Town.planned();
    private int paid;

    @ParameterizedTest
    @ValueSource(strings = {ORDINARY, LONG_WAY})
    void aPaymentIsSignedWhereTheConstitutionSays(String type) {
        found(PLACES);
        Town.await(() -> pay(here, type).statusCode(201));
        // The accounts are known now, so that payments take the short way to the database as well.
        pay(here, type).statusCode(201);

        Town.await(() -> pay(elsewhere, type)
                .statusCode(422)
                .body("type", equalTo("urn:folkmoot:problem:passkey-refused"))
                .body("field", equalTo("origin")));
        batch(elsewhere).statusCode(422).body("type", equalTo("urn:folkmoot:problem:passkey-refused"));
        batch(here).statusCode(200);
        pay(here, type).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDINARY, LONG_WAY})
    void withoutTheSectionThereIsNone(String type) {
        found("");

        Town.await(() -> pay(here, type).statusCode(422).body("type", equalTo("urn:folkmoot:problem:passkey-refused")));
        batch(here).statusCode(422).body("type", equalTo("urn:folkmoot:problem:passkey-refused"));
    }

    private void found(String passkeys) {
        town = Town.found(passkeys
                + Town.text()
                        .replace(
                                "  HOURS: { scale: 0 }",
                                "  HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: 100 }"));
        var community = town.community().hex();
        var member = MemberIds.of(town.community(), here.publicKey()).hex();
        var entry = new MemberEntry(member, here.publicKey().did());
        News.tell(Topics.IDENTITY, new MembersAddedV1(community, 2, Town.NOW, List.of(entry), Hash.ZERO.hex()));
        var more = List.of(elsewhere.publicKey().did());
        News.tell(Topics.IDENTITY, new KeysChangedV1(community, 3, Town.NOW, member, more, List.of(), Hash.ZERO.hex()));
    }

    private Saying says(PasskeyKey key, String type) {
        return Saying.of(key, town.community(), type).as(MemberIds.of(town.community(), here.publicKey()));
    }

    private ValidatableResponse pay(PasskeyKey key, String type) {
        var envelope = says(key, "payment.make/1")
                .with("id", "one " + ++paid)
                .with("legs", List.of(Map.of("to", Town.member("bea"), "asset", "LETS", "amount", "1")))
                .sign();
        return post("", type, envelope.json());
    }

    private ValidatableResponse batch(PasskeyKey key) {
        var line = "{\"amount\":\"1\",\"asset\":\"LETS\",\"id\":\"many " + ++paid + "\",\"to\":\"" + Town.member("bea")
                + "\"}\n";
        var lines = line.getBytes(UTF_8);
        var body = new ByteArrayOutputStream();
        body.writeBytes(says(key, "payment.batch/1")
                .with("count", 1)
                .with("lines", Hash.of(lines).hex())
                .sign()
                .json());
        body.write('\n');
        body.writeBytes(lines);
        return post("/batch", "application/x-ndjson", body.toByteArray());
    }

    private ValidatableResponse post(String path, String type, byte[] body) {
        return given().contentType(type)
                .body(body)
                .post("/v1/communities/" + town.community() + "/payments" + path)
                .then();
    }
}
