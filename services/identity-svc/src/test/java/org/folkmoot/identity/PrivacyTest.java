// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.secrets.Sealed;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class PrivacyTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final byte[] SALT = new byte[32];
    private static final Map<String, Object> DATA = Map.of("name", "Anna of Lantern Street", "telephone", "0123");

    @Inject
    AgroalDataSource database;

    @Test
    void onlyTheMemberReadsWhatTheMemberTold() {
        var community = Api.founded("Told", ANNA, BO);
        put(community, ANNA, DATA).statusCode(201);

        read(community, ANNA, token(community, ANNA, "personal"))
                .statusCode(200)
                .body("data.name", equalTo("Anna of Lantern Street"))
                .body("commitment", equalTo(commitment(DATA).hex()));
        problem(Api.get(personal(community, ANNA)), 401, "session-required");
        problem(read(community, ANNA, token(community, BO, "personal")), 403, "session-insufficient");
        problem(read(community, ANNA, token(community, ANNA, "roll")), 403, "session-insufficient");
        problem(read(community, BO, token(community, BO, "personal")), 404, "no-personal-data");
    }

    @Test
    void theDatabaseAloneTellsNothing() {
        var community = Api.founded("Sealed", ANNA, BO);
        put(community, ANNA, DATA).statusCode(201);

        var kept = kept(community, ANNA);

        assertThat(new String(kept, ISO_8859_1)).doesNotContain("Anna", "Lantern", "telephone");
        var other = Sealed.random(Sealed.KEY);
        assertThatThrownBy(() -> Sealed.open(other, new byte[0], kept)).isInstanceOf(IllegalStateException.class);
        assertThat(count("accepted_act where position('Lantern'::bytea in payload) > 0"))
                .isZero();
        assertThat(count("outbox where payload like '%Lantern%'")).isZero();
    }

    @Test
    void whatIsErasedIsGoneAndTheLogSaysSo() {
        var community = Api.founded("Erased", ANNA, BO);
        put(community, ANNA, DATA).statusCode(201);
        post(community, ANNA, "/erasures", ANNA.says(community, "personal.erase/1"))
                .statusCode(201);

        problem(read(community, ANNA, token(community, ANNA, "personal")), 404, "no-personal-data");
        assertThat(held(community, "personal_data")).isZero();
        assertThat(held(community, "personal_key")).isZero();
        problem(post(community, ANNA, "/erasures", ANNA.says(community, "personal.erase/1")), 404, "no-personal-data");
        export(community, ANNA)
                .statusCode(201)
                .body("personal", nullValue())
                .body("tables.personalLog.done", contains("exported", "erased", "put"));
        put(community, ANNA, Map.of("name", "Anna again")).statusCode(201);
        read(community, ANNA, token(community, ANNA, "personal")).body("data.name", equalTo("Anna again"));
    }

    @Test
    void personalDataEndsWithTheMembership() {
        var community = Api.founded("Gone", ANNA, BO);
        put(community, BO, DATA).statusCode(201);
        Api.post(
                        "/v1/communities/" + community + "/departures",
                        BO.says(community, "member.leave/1").sign().json())
                .statusCode(201);

        assertThat(held(community, "personal_data")).isZero();
        assertThat(held(community, "personal_key")).isZero();
    }

    @Test
    void anExportHasAllThatIsHeld() {
        var community = Api.founded("Exported", ANNA, BO);
        put(community, ANNA, DATA).statusCode(201);
        put(community, ANNA, Map.of("name", "Anna")).statusCode(201);

        export(community, ANNA)
                .statusCode(201)
                .body("member", equalTo(ANNA.in(community).hex()))
                .body("personal.data.name", equalTo("Anna"))
                .body("tables.memberships", hasSize(1))
                .body("tables.acts.type", hasItem("personal.put/1"))
                .body("tables.personalLog.done", contains("exported", "put", "put"))
                .body("tables.applications", hasSize(0));
        problem(post(community, ANNA, "/exports", BO.says(community, "personal.export/1")), 403, "not-oneself");
    }

    @Test
    void whatIsPutMustBeWhatWasSigned() {
        var community = Api.founded("Signed", ANNA, BO);
        var good = request(
                ANNA.says(community, "personal.put/1")
                        .with("commitment", commitment(DATA).hex()),
                DATA);
        send(community, ANNA, good).statusCode(201);

        problem(send(community, ANNA, good), 409, "act-duplicate");
        problem(
                send(
                        community,
                        ANNA,
                        request(ANNA.says(community, "personal.put/1").with("commitment", Hash.ZERO.hex()), DATA)),
                422,
                "commitment-mismatch");
        problem(send(community, BO, good), 422, "subject-unknown");
        problem(put(community, ANNA, Map.of()), 422, "words-invalid");
        problem(put(community, ANNA, Map.of("age", 7)), 422, "words-invalid").body("field", equalTo("data.age"));
        problem(put(community, ANNA, Map.of("", "x")), 422, "words-invalid");
        problem(put(community, ANNA, Map.of("x".repeat(65), "x")), 422, "words-invalid");
        problem(put(community, ANNA, Map.of("x", "x".repeat(16 * 1024 - 7))), 422, "words-invalid");
        put(community, ANNA, Map.of("x", "x".repeat(16 * 1024 - 8))).statusCode(201);
        problem(send(community, ANNA, new byte[200_000]), 413, "request-too-large");
        problem(send(community, ANNA, "{}".getBytes(ISO_8859_1)), 400, "payload-malformed");
    }

    private static ValidatableResponse put(Hash community, Person person, Map<String, Object> data) {
        var act = person.says(community, "personal.put/1")
                .with("commitment", commitment(data).hex());
        return send(community, person, request(act.about(person.in(community)), data));
    }

    private static byte[] request(Saying act, Map<String, Object> data) {
        var about = act.subject().equals(act.community()) ? act.about(act.actor()) : act;
        var envelope = StrictJson.parse(about.sign().json());
        var members = new HashMap<>(((Json.Obj) Json.object(new TreeMap<>(
                        Map.of("data", data, "salt", Base64.getEncoder().encodeToString(SALT)))))
                .members());
        members.put("act", envelope);
        return new Json.Obj(members).canonical();
    }

    private static Hash commitment(Map<String, Object> data) {
        return Hash.of(SALT, Json.object(data).canonical());
    }

    private static ValidatableResponse send(Hash community, Person person, byte[] request) {
        return Api.post(personal(community, person), request);
    }

    private static ValidatableResponse post(Hash community, Person person, String where, Saying act) {
        return Api.post(
                personal(community, person) + where,
                act.about(person.in(community)).sign().json());
    }

    private static ValidatableResponse export(Hash community, Person person) {
        return Api.export(community, person.says(community, "personal.export/1"), person.in(community));
    }

    private static ValidatableResponse read(Hash community, Person person, String token) {
        return given().header("Authorization", "Bearer " + token)
                .get(personal(community, person))
                .then();
    }

    private static String personal(Hash community, Person person) {
        return Api.members(community) + "/" + person.in(community) + "/personal";
    }

    private static String token(Hash community, Person person, String scope) {
        String challenge = Api.post("/v1/communities/" + community + "/sessions/challenges", new byte[0])
                .extract()
                .path("challenge");
        return Api.post(
                        "/v1/communities/" + community + "/sessions",
                        person.says(community, "session.open/1")
                                .with("audience", "identity")
                                .with("challenge", challenge)
                                .with("scopes", List.of(scope))
                                .sign()
                                .json())
                .statusCode(201)
                .extract()
                .path("token");
    }

    private byte[] kept(Hash community, Person person) {
        return new Sql(database)
                .first(
                        "select sealed from personal_data where community = ? and member = ?",
                        row -> row.getBytes(1),
                        community.bytes(),
                        person.in(community).bytes())
                .orElseThrow();
    }

    private long held(Hash community, String table) {
        return new Sql(database)
                .first(
                        "select count(*) from " + table + " where community = ?",
                        row -> row.getLong(1),
                        community.bytes())
                .orElseThrow();
    }

    private long count(String where) {
        return new Sql(database)
                .first("select count(*) from " + where, row -> row.getLong(1))
                .orElseThrow();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
