// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
@QuarkusTestResource(LoginProvider.class)
class LoginTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final String SUBJECT = "248289761001";

    @Test
    void aLoginReadsTheRollAndNothingMore() {
        var community = founded("Logged in");
        link(community, ANNA, SUBJECT)
                .statusCode(201)
                .body("member", equalTo(ANNA.in(community).hex()));

        String token = open(community, LoginProvider.token(SUBJECT, challenge(community)))
                .statusCode(201)
                .body("member", equalTo(ANNA.in(community).hex()))
                .body("scopes", contains("roll"))
                .extract()
                .path("token");

        problem(Api.get(Api.members(community)), 401, "session-required");
        read(Api.members(community), token).statusCode(200);
        problem(
                read(Api.members(community) + "/" + ANNA.in(community) + "/personal", token),
                403,
                "session-insufficient");
    }

    @Test
    void aLoginIsOneMembersUntilTheMemberEndsIt() {
        var community = founded("One each");
        link(community, ANNA, SUBJECT).statusCode(201);

        link(community, ANNA, SUBJECT).statusCode(201);
        problem(link(community, BO, SUBJECT), 409, "login-taken");
        problem(unlink(community, BO), 403, "login-unknown");
        unlink(community, ANNA).statusCode(201);
        problem(open(community, LoginProvider.token(SUBJECT, challenge(community))), 403, "login-unknown");
        link(community, BO, SUBJECT).statusCode(201);
    }

    @Test
    void whoLeftLogsInNoMore() {
        var community = founded("Left");
        link(community, BO, SUBJECT).statusCode(201);
        Api.post(
                        "/v1/communities/" + community + "/departures",
                        BO.says(community, "member.leave/1").sign().json())
                .statusCode(201);

        problem(open(community, LoginProvider.token(SUBJECT, challenge(community))), 403, "login-unknown");
        link(community, ANNA, SUBJECT).statusCode(201);
    }

    @Test
    void aTokenThatIsNotForUsNowIsRefused() {
        var community = founded("Careful");
        link(community, ANNA, SUBJECT).statusCode(201);
        refused(community, claims -> claims.setIssuer("https://evil.example"), "issuer");
        refused(community, claims -> claims.setAudience("another-client"), "audience");
        refused(community, claims -> claims.setStringClaim("azp", "another-client"), "audience");
        refused(community, claims -> claims.setExpirationTimeMinutesInTheFuture(-2), "expired");
        refused(community, claims -> claims.unsetClaim("nonce"), "nonce");
        refused(community, claims -> claims.unsetClaim("sub"), "malformed");
        var forged = LoginProvider.token(LoginProvider.claims(SUBJECT, challenge(community)), LoginProvider.OTHER);
        problem(open(community, forged), 422, "login-invalid").body("reason", equalTo("signature"));
        var unknown = LoginProvider.token(LoginProvider.claims(SUBJECT, challenge(community)), LoginProvider.UNKNOWN);
        problem(open(community, unknown), 422, "login-invalid").body("reason", equalTo("key"));
        problem(open(community, "x"), 422, "login-invalid").body("reason", equalTo("malformed"));
        problem(open(community, "x".repeat(8_193)), 422, "login-invalid").body("reason", equalTo("size"));
    }

    @Test
    void aTokenOpensOneSessionInTheCommunityThatChallenged() {
        var community = founded("Here");
        var elsewhere = founded("Elsewhere");
        link(community, ANNA, SUBJECT).statusCode(201);
        var token = LoginProvider.token(SUBJECT, challenge(community));

        problem(open(elsewhere, token), 422, "challenge-invalid");
        open(community, token).statusCode(201);
        problem(open(community, token), 409, "challenge-used");
        problem(open(community, LoginProvider.token(SUBJECT, "abc")), 422, "challenge-invalid");
    }

    @Test
    void theKeyOfTheMemberSaysWhichLoginIsTheirs() {
        var community = founded("Committed");
        var token = LoginProvider.token(SUBJECT, challenge(community));
        var other = LoginProvider.token(SUBJECT, challenge(community));

        problem(send(community, saying(community, ANNA, other), token), 422, "commitment-mismatch");
        problem(send(community, saying(community, Person.named("cleo"), token), token), 403, "not-a-member");
        problem(send(community, saying(community, BO, token).as(ANNA.in(community)), token), 422, "key-not-valid");
        problem(send(community, saying(community, ANNA, token).with("more", 1), token), 400, "payload-malformed");
        problem(Api.post(logins(community), "{}".getBytes(UTF_8)), 400, "payload-malformed");
        problem(Api.post(logins(community), new byte[200_000]), 413, "request-too-large");
    }

    private static void refused(Hash community, Consumer<JwtClaims> change, String reason) {
        var claims = LoginProvider.claims(SUBJECT, challenge(community));
        change.accept(claims);
        problem(open(community, LoginProvider.token(claims, LoginProvider.KEY)), 422, "login-invalid")
                .body("reason", equalTo(reason));
    }

    private static Hash founded(String name) {
        return Api.founded(ANNA.found(name, Rules.with(Rules.of(name), "membership", Map.of("roll", "members")), BO));
    }

    private static String challenge(Hash community) {
        return Api.post("/v1/communities/" + community + "/sessions/challenges", new byte[0])
                .statusCode(201)
                .extract()
                .path("challenge");
    }

    private static String logins(Hash community) {
        return "/v1/communities/" + community + "/logins";
    }

    private static ValidatableResponse link(Hash community, Person person, String subject) {
        var token = LoginProvider.token(subject, challenge(community));
        return send(community, saying(community, person, token), token);
    }

    private static Saying saying(Hash community, Person person, String token) {
        return person.says(community, "login.link/1")
                .with("login", Hash.of(token.getBytes(UTF_8)).hex());
    }

    private static ValidatableResponse send(Hash community, Saying said, String token) {
        var act = StrictJson.parse(said.sign().json(), 96 * 1024);
        return Api.post(
                logins(community),
                Json.object(Map.of("act", act, "idToken", token)).canonical());
    }

    private static ValidatableResponse unlink(Hash community, Person person) {
        return Api.post(
                logins(community) + "/ends",
                person.says(community, "login.unlink/1").sign().json());
    }

    private static ValidatableResponse open(Hash community, String token) {
        return Api.post(
                logins(community) + "/sessions",
                Json.object(Map.of("idToken", token)).canonical());
    }

    private static ValidatableResponse read(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
