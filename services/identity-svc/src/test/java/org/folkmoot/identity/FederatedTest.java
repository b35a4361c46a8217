// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FederatedTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person CLEO = Person.named("cleo");
    private static final Person DAN = Person.named("dan");
    private static final Person FIRST = Person.named("first officer");
    private static final Person SECOND = Person.named("second officer");
    private static final Hash OTHER = Hash.of(new byte[] {7});
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void enoughOfficersOfAnotherCommunityLetItsMembersInOnce() {
        var community = founded("Federated");
        Api.join(community, CLEO).statusCode(201);

        present(community, CLEO, statement(FIRST, OTHER, CLEO)).statusCode(201).body("state", equalTo("open"));
        present(community, CLEO, statement(SECOND, OTHER, CLEO)).statusCode(201).body("state", equalTo("admitted"));
    }

    @Test
    void otherWordsDoNotCount() {
        var community = founded("Elsewhere");
        Api.join(community, CLEO).statusCode(201);

        present(
                        community,
                        CLEO,
                        statement(ANNA, OTHER, CLEO),
                        statement(FIRST, OTHER, CLEO),
                        statement(SECOND, Hash.of(new byte[] {8}), CLEO))
                .statusCode(201)
                .body("state", equalTo("open"));
        // Nobody stays out because of who said something first.
        present(community, CLEO, statement(FIRST, OTHER, CLEO), statement(SECOND, OTHER, CLEO))
                .statusCode(201)
                .body("state", equalTo("admitted"));
    }

    @Test
    void aStatementIsAboutTheApplicantAndHoldsNow() {
        var community = founded("Now");
        Api.join(community, CLEO).statusCode(201);
        var soon = now().plusSeconds(600);

        invalid(present(community, CLEO, statement(FIRST, OTHER, DAN)));
        invalid(present(community, CLEO, statement(FIRST, OTHER, CLEO).about(DAN.in(OTHER))));
        invalid(present(community, CLEO, statement(FIRST, OTHER, CLEO).with("at", Times.text(soon))));
        invalid(present(community, CLEO, statement(FIRST, OTHER, CLEO).with("since", Times.text(soon))));
        invalid(present(
                community,
                CLEO,
                statement(FIRST, OTHER, CLEO).until(Instant.now().minusSeconds(5))));
        invalid(present(community, CLEO, CLEO.says(OTHER, "member.join/1")));
        invalid(present(community, CLEO));
        invalid(Api.post(
                memberships(community, CLEO),
                presenting(community, CLEO, List.of(unknownSuite(statement(FIRST, OTHER, CLEO))))
                        .sign()
                        .json()));
        invalid(present(
                community,
                CLEO,
                Collections.nCopies(17, statement(FIRST, OTHER, CLEO)).toArray(Saying[]::new)));
        problem(present(community, CLEO, statement(FIRST, OTHER, CLEO).with("more", "x")), 400, "payload-malformed");
        problem(present(community, DAN, statement(FIRST, OTHER, DAN)), 404, "applicant-unknown");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Hash founded(String name) {
        var rule = Map.of(
                "model",
                "federated",
                "communities",
                List.of(OTHER.hex()),
                "signers",
                List.of(FIRST.did(), SECOND.did()),
                "count",
                2);
        return Api.founded(ANNA, name, Rules.with(Rules.of(name), "admission", rule));
    }

    private static Saying statement(Person officer, Hash other, Person about) {
        return officer.says(other, "member.recognize/1")
                .about(about.in(other))
                .with("at", Times.text(now().minusSeconds(1)))
                .with("key", about.did())
                .with("since", Times.text(SINCE));
    }

    private static ValidatableResponse present(Hash community, Person person, Saying... statements) {
        var envelopes = Arrays.stream(statements)
                .map(statement -> StrictJson.parse(statement.sign().json()))
                .toList();
        return Api.post(
                memberships(community, person),
                presenting(community, person, envelopes).sign().json());
    }

    private static Json unknownSuite(Saying statement) {
        return StrictJson.parse(new String(statement.sign().json(), UTF_8)
                .replace("\"ed25519\"", "\"rsa\"")
                .getBytes(UTF_8));
    }

    private static String memberships(Hash community, Person person) {
        return Api.applicants(community) + "/" + person.in(community) + "/memberships";
    }

    private static Saying presenting(Hash community, Person person, List<Json> statements) {
        return person.says(community, "membership.present/1")
                .about(person.in(community))
                .with("statements", statements);
    }

    private static void invalid(ValidatableResponse answer) {
        problem(answer, 422, "statement-invalid");
    }

    private static void problem(ValidatableResponse answer, int status, String type) {
        answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
