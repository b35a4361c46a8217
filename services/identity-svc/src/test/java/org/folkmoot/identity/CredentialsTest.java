// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.StrictJson;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CredentialsTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person CLEO = Person.named("cleo");
    private static final Person DAN = Person.named("dan");
    private static final Person OFFICE = Person.named("office");
    private static final String TYPE = "urn:example:residence";

    @Inject
    AgroalDataSource database;

    @Test
    void aCredentialAdmitsOnce() {
        var community = founded("Certified");
        joined(community, CLEO);
        present(community, CLEO, presented(community, CLEO, issued(OFFICE, CLEO, 17)))
                .statusCode(201)
                .body("state", equalTo("admitted"));
        assertThat(kept(community)).isZero();

        joined(community, DAN);
        present(community, DAN, presented(community, DAN, issued(OFFICE, DAN, 17)))
                .statusCode(201)
                .body("state", equalTo("refused"))
                .body("words", equalTo("What would admit the applicant has admitted somebody else."));
        joined(community, DAN);
        present(community, DAN, presented(community, DAN, issued(OFFICE, DAN, 18)))
                .statusCode(201)
                .body("state", equalTo("admitted"));
    }

    @Test
    void whatTheRuleDoesNotTrustIsKeptSealedAndAdmitsNobody() {
        var community = founded("Not trusted");
        joined(community, CLEO);

        present(community, CLEO, presented(community, CLEO, issued(ANNA, CLEO, 17)))
                .statusCode(201)
                .body("state", equalTo("open"));
        present(
                        community,
                        CLEO,
                        presented(
                                community,
                                CLEO,
                                issued(OFFICE, CLEO, 17, Instant.now().minusSeconds(1))))
                .statusCode(201)
                .body("state", equalTo("open"));

        assertThat(kept(community)).isEqualTo(2);
        var sealed = new Sql(database)
                .first(
                        "select sealed from presented_credential where community = ?",
                        row -> new String(row.getBytes(1), UTF_8),
                        community.bytes())
                .orElseThrow();
        assertThat(sealed).doesNotContain("eyJ");
    }

    @Test
    void aCredentialIsPresentedByItsHolderHereAndNow() {
        var community = founded("Held");
        var elsewhere = founded("Elsewhere");
        joined(community, CLEO);
        joined(community, DAN);
        var cleos = issued(OFFICE, CLEO, 17);

        refused(present(community, DAN, presented(community, CLEO, cleos)), "nonce");
        refused(present(community, DAN, bound(community, DAN.in(community), cleos, DAN.key())), "holder");
        refused(present(community, DAN, bound(community, DAN.in(community), cleos, CLEO.key())), "holder");
        refused(present(community, CLEO, bound(elsewhere, CLEO.in(community), cleos, CLEO.key())), "audience");
        refused(present(community, CLEO, cleos), "holder");
        refused(present(community, CLEO, "{}"), "malformed");
        refused(present(community, CLEO, "x".repeat(40_000)), "size");
        problem(send(community, CLEO, "x".getBytes(UTF_8)), 400, "payload-malformed");
        problem(send(community, CLEO, new byte[200_000]), 413, "request-too-large");
    }

    @Test
    void onlyWhoAppliedPresentsAndTheSameOnlyOnce() {
        var community = founded("Applied");
        problem(
                present(community, CLEO, presented(community, CLEO, issued(OFFICE, CLEO, 17))),
                404,
                "applicant-unknown");
        joined(community, CLEO);
        var presentation = presented(community, CLEO, issued(ANNA, CLEO, 17));
        var request = request(community, CLEO, presentation);
        send(community, CLEO, request).statusCode(201);

        problem(send(community, CLEO, request), 409, "act-duplicate");
        problem(present(community, CLEO, presentation), 409, "said-before");
        problem(send(community, DAN, request), 422, "subject-unknown");
        for (int number = 1; number < 4; number++)
            present(community, CLEO, presented(community, CLEO, issued(ANNA, CLEO, number)))
                    .statusCode(201);
        problem(present(community, CLEO, presented(community, CLEO, issued(OFFICE, CLEO, 5))), 409, "too-many-said");
    }

    @Test
    void whatAdmittedNobodyIsNotUsedUp() {
        var community = founded("Two offices", Map.of("all", List.of(rule(OFFICE), rule(ANNA))));
        joined(community, CLEO);
        present(community, CLEO, presented(community, CLEO, issued(OFFICE, CLEO, 1)));
        present(community, CLEO, presented(community, CLEO, issued(ANNA, CLEO, 2)))
                .body("state", equalTo("admitted"));
        joined(community, DAN);
        present(community, DAN, presented(community, DAN, issued(OFFICE, DAN, 3)));
        present(community, DAN, presented(community, DAN, issued(ANNA, DAN, 2))).body("state", equalTo("refused"));

        joined(community, DAN);
        present(community, DAN, presented(community, DAN, issued(OFFICE, DAN, 3)));
        present(community, DAN, presented(community, DAN, issued(ANNA, DAN, 4))).body("state", equalTo("admitted"));
    }

    /** Cleo applies, is let in by a decision before the credential says anything, and is expelled. */
    @Test
    void anApplicationEndsWithTheMembershipAndNothingOfItIsKept() {
        var community = founded("Expelled");
        joined(community, CLEO);
        present(community, CLEO, presented(community, CLEO, issued(ANNA, CLEO, 17)));
        Orders.tell(community, Orders.add(CLEO));
        Facts.of(community, 3);

        Orders.tell(community, Orders.remove(CLEO.in(community)));

        Facts.of(community, 5);
        assertThat(kept(community)).isZero();
        Api.get(Api.applicants(community) + "/" + CLEO.in(community))
                .statusCode(200)
                .body("state", equalTo("admitted"))
                .body("words", equalTo("Admitted otherwise."));
        joined(community, CLEO);
    }

    private static Hash founded(String name) {
        return founded(name, rule(OFFICE));
    }

    private static Hash founded(String name, Map<String, ?> admission) {
        return Api.founded(ANNA, name, Rules.with(Rules.of(name), "admission", admission));
    }

    private static Map<String, ?> rule(Person issuer) {
        return Map.of("model", "credential", "issuers", List.of(issuer.did()), "type", TYPE, "unique", "number");
    }

    private static void joined(Hash community, Person person) {
        Api.join(community, person).statusCode(201).body("state", equalTo("open"));
    }

    private static String issued(Person issuer, Person holder, int number) {
        return issued(issuer, holder, number, Instant.now().plusSeconds(3_600));
    }

    private static String issued(Person issuer, Person holder, int number, Instant until) {
        var x = base64(holder.publicKey().bytes());
        return jws(
                        issuer.key(),
                        "dc+sd-jwt",
                        Map.of(
                                "iss",
                                issuer.did(),
                                "vct",
                                TYPE,
                                "nbf",
                                until.minusSeconds(7_200).getEpochSecond(),
                                "exp",
                                until.getEpochSecond(),
                                "number",
                                number,
                                "cnf",
                                Map.of("jwk", Map.of("kty", "OKP", "crv", "Ed25519", "x", x))))
                + "~";
    }

    private static String presented(Hash community, Person holder, String credential) {
        return bound(community, holder.in(community), credential, holder.key());
    }

    private static String bound(Hash community, Hash applicant, String credential, SecretKey key) {
        return credential
                + jws(
                        key,
                        "kb+jwt",
                        Map.of(
                                "aud",
                                "urn:folkmoot:community:" + community.hex(),
                                "nonce",
                                applicant.hex(),
                                "iat",
                                1_790_000_000,
                                "sd_hash",
                                base64(Hash.of(credential.getBytes(UTF_8)).bytes())));
    }

    private static String jws(SecretKey key, String type, Map<String, Object> payload) {
        var signed = base64(Json.object(Map.of("alg", "EdDSA", "typ", type)).canonical()) + "."
                + base64(Json.object(payload).canonical());
        return signed + "." + base64(key.sign(signed.getBytes(UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ValidatableResponse present(Hash community, Person person, String presentation) {
        return send(community, person, request(community, person, presentation));
    }

    private static byte[] request(Hash community, Person person, String presentation) {
        var act = person.says(community, "credential.present/1")
                .about(person.in(community))
                .with("presentation", Hash.of(presentation.getBytes(UTF_8)).hex())
                .sign();
        return Json.object(Map.of("act", StrictJson.parse(act.json()), "presentation", presentation))
                .canonical();
    }

    private static ValidatableResponse send(Hash community, Person person, byte[] request) {
        return Api.post(Api.applicants(community) + "/" + person.in(community) + "/credentials", request);
    }

    private long kept(Hash community) {
        return new Sql(database)
                .first(
                        "select count(*) from presented_credential where community = ?",
                        row -> row.getLong(1),
                        community.bytes())
                .orElseThrow();
    }

    private static void refused(ValidatableResponse answer, String reason) {
        problem(answer, 422, "credential-refused").body("reason", equalTo(reason));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
