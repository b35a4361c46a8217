// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SessionsTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Person STRANGER = Person.named("stranger");

    @Test
    void anyoneReadsAPublicRoll() {
        var community = founded("Public", "public");

        Api.get(Api.members(community)).statusCode(200).body("items[0].key", notNullValue());
        Api.get(keys(community)).statusCode(200);
    }

    @Test
    void onlyMembersReadTheRollOfACommunityThatSaysSo() {
        var community = founded("Members only", "members");
        var paths = List.of(
                Api.members(community),
                Api.members(community) + "/" + ANNA.in(community),
                Api.members(community) + "/" + ANNA.in(community) + "/roles",
                Api.members(community) + "/" + ANNA.in(community) + "/eligibility",
                Api.members(community) + "/" + ANNA.in(community) + "/recoveries/" + Hash.ZERO,
                keys(community),
                keys(community) + "/acts",
                Api.applicants(community));

        for (var path : paths)
            problem(Api.get(path), 401, "session-required").header("WWW-Authenticate", equalTo("Bearer"));
        var token = token(community, ANNA, "roll");

        for (var path : paths) read(path, token).statusCode(path.contains("recoveries") ? 404 : 200);
        read(Api.members(community), token)
                .body("items.member", hasItem(BO.in(community).hex()));
    }

    @Test
    void strangersSeeOfAPseudonymousRollNoKeys() {
        var community = founded("Pseudonymous", "pseudonymous");

        Api.get(Api.members(community))
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].key", nullValue());
        problem(Api.get(keys(community)), 401, "session-required");
        Api.join(community, STRANGER).statusCode(201);
        var application = Api.applicants(community) + "/" + STRANGER.in(community);
        Api.get(application).statusCode(200).body("key", nullValue());
        Api.get(Api.applicants(community)).statusCode(200).body("items[0].key", nullValue());
        var token = token(community, ANNA, "roll");
        read(application, token).statusCode(200).body("key", equalTo(STRANGER.did()));
        read(Api.members(community), token).statusCode(200).body("items[0].key", notNullValue());
        read(keys(community), token).statusCode(200);
    }

    @Test
    void aSessionIsOfOneCommunityForOnePurpose() {
        var community = founded("Here", "members");
        var elsewhere = founded("Elsewhere", "members");

        problem(read(Api.members(community), token(elsewhere, ANNA, "roll")), 403, "session-insufficient");
        problem(read(Api.members(community), token(community, ANNA, "personal")), 403, "session-insufficient");
        problem(read(Api.members(community), "x.y.z"), 401, "session-invalid")
                .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""));
        var voting = token(community, ask(community, ANNA, "roll").with("audience", "voting"));
        problem(read(Api.members(community), voting), 401, "session-invalid").body("reason", equalTo("audience"));
        problem(
                        given().header("Authorization", "Basic YTpi")
                                .get(Api.members(community))
                                .then(),
                        401,
                        "session-invalid")
                .body("reason", equalTo("scheme"));
    }

    @Test
    void whoIsNoLongerAMemberReadsNothing() {
        var community = founded("Left", "members");
        var token = token(community, BO, "roll");
        read(Api.members(community), token).statusCode(200);

        Api.post(
                        "/v1/communities/" + community + "/departures",
                        BO.says(community, "member.leave/1").sign().json())
                .statusCode(201);

        problem(read(Api.members(community), token), 403, "session-insufficient");
        problem(open(community, ask(community, BO, "roll")), 403, "not-a-member");
    }

    @Test
    void aChallengeOpensOneSessionInOneCommunity() {
        var community = founded("Challenged", "members");
        var elsewhere = founded("Other", "members");
        var challenge = challenge(community);
        var asked = ask(community, ANNA, "roll").with("challenge", challenge);
        open(community, asked)
                .statusCode(201)
                .body("scopes", contains("roll"))
                .body("member", equalTo(ANNA.in(community).hex()));

        problem(open(community, asked), 409, "challenge-used");
        problem(open(community, ask(community, BO, "roll").with("challenge", challenge)), 409, "challenge-used");
        problem(
                open(elsewhere, ask(elsewhere, ANNA, "roll").with("challenge", challenge(community))),
                422,
                "challenge-invalid");
        for (var bad : List.of("", "%", "AAAA", "A".repeat(54), challenge + "AA", flipped(challenge)))
            problem(open(community, ask(community, ANNA, "roll").with("challenge", bad)), 422, "challenge-invalid");
    }

    @Test
    void onlyAMembersOwnKeyOpensASession() {
        var community = founded("Keys", "members");
        var elsewhere = founded("Not here", "members");

        problem(open(community, ask(community, STRANGER, "roll")), 403, "not-a-member");
        problem(open(community, ask(community, STRANGER, "roll").as(ANNA.in(community))), 422, "key-not-valid");
        problem(open(community, ask(elsewhere, ANNA, "roll")), 422, "community-mismatch");
        problem(
                Api.post(
                        sessions(community),
                        ANNA.says(community, "member.leave/1").sign().json()),
                422,
                "act-type-unexpected");
        problem(Api.post(sessions(community), new byte[] {'{'}), 400, "payload-malformed");
        problem(Api.post(sessions(community), new byte[200_000]), 413, "request-too-large");
        problem(Api.post(sessions(Hash.ZERO) + "/challenges", new byte[0]), 404, "community-unknown");
    }

    @Test
    void aSessionIsForWhatThereIs() {
        var community = founded("Scopes", "members");

        problem(open(community, ask(community, ANNA, "admin")), 422, "words-invalid")
                .body("field", equalTo("scopes"));
        problem(open(community, ask(community, ANNA, "roll").with("scopes", List.of())), 422, "words-invalid");
        problem(open(community, ask(community, ANNA, "roll").with("scopes", "roll")), 400, "payload-malformed");
        problem(open(community, ask(community, ANNA, "roll").with("audience", "example.org")), 422, "words-invalid")
                .body("field", equalTo("audience"));
        problem(open(community, ask(community, ANNA, "roll").with("more", "x")), 400, "payload-malformed");
    }

    @Test
    void thePublishedKeysAreTheOnesThatSigned() {
        var community = founded("Published", "members");
        var header = new String(
                Base64.getUrlDecoder().decode(token(community, ANNA, "roll").split("\\.")[0]), UTF_8);

        String kid = Api.get("/.well-known/jwks.json")
                .statusCode(200)
                .body("keys[0].kty", equalTo("OKP"))
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0].d", nullValue())
                .extract()
                .path("keys[0].kid");

        assertThat(header).contains("\"kid\":\"" + kid + "\"").contains("\"alg\":\"EdDSA\"");
    }

    private static Hash founded(String name, String roll) {
        return Api.founded(ANNA.found(name, Rules.with(Rules.of(name), "membership", Map.of("roll", roll)), BO));
    }

    private static String sessions(Hash community) {
        return "/v1/communities/" + community + "/sessions";
    }

    private static String keys(Hash community) {
        return Api.members(community) + "/" + ANNA.in(community) + "/keys";
    }

    private static String challenge(Hash community) {
        return Api.post(sessions(community) + "/challenges", new byte[0])
                .statusCode(201)
                .body("until", not(nullValue()))
                .extract()
                .path("challenge");
    }

    private static Saying ask(Hash community, Person person, String scope) {
        return person.says(community, "session.open/1")
                .with("audience", "folkmoot")
                .with("challenge", challenge(community))
                .with("scopes", List.of(scope));
    }

    private static ValidatableResponse open(Hash community, Saying asked) {
        return Api.post(sessions(community), asked.sign().json());
    }

    private static String token(Hash community, Person person, String scope) {
        return token(community, ask(community, person, scope));
    }

    private static String token(Hash community, Saying asked) {
        return open(community, asked).statusCode(201).extract().path("token");
    }

    private static ValidatableResponse read(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    private static String flipped(String challenge) {
        return (challenge.charAt(0) == 'A' ? 'B' : 'A') + challenge.substring(1);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
