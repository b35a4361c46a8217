// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Random;
import org.folkmoot.contracts.KeysChangedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SecretKey;
import org.folkmoot.record.SigningKey;
import org.folkmoot.record.StrictJson;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RecoveringTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Person CLEO = Person.named("cleo");
    private static final Person DAN = Person.named("dan");
    private static final Random RANDOM = new Random(43);

    @Test
    void guardiansGiveAMemberNewKeys() {
        var community = founded("Recovered");
        name(community, 2, 1).statusCode(201);
        var fresh = SecretKey.generate(RANDOM);
        var recovery = start(community, BO, fresh).statusCode(201).body("dueAt", nullValue());
        var id = Hash.parse(recovery.extract().path("recovery"));

        said(community, id, "approvals", CLEO.says(community, "recovery.approve/1"))
                .statusCode(201)
                .body("approvals", equalTo(2));

        var fact = (KeysChangedV1) Facts.of(community, 2).get(1);
        assertThat(fact.added()).containsExactly(fresh.publicKey().did());
        assertThat(fact.revoked()).containsExactly(ANNA.did());
        Api.get(path(community) + "/recoveries/" + id).statusCode(200).body("state", equalTo("done"));
        problem(Api.add(community, ANNA.add(community, Person.named("zoe"))), 422, "key-not-valid");
        Api.post(
                        Api.members(community),
                        Saying.of(fresh, community, "member.add/1")
                                .as(ANNA.in(community))
                                .with("key", Person.named("zoe").did())
                                .sign()
                                .json())
                .statusCode(201);
        exported(community, BO)
                .body("tables.guardianOf.member", contains(ANNA.in(community).hex()))
                .body("tables.recoveriesStarted.recovery", contains(id.hex()))
                .body("tables.recoveriesApproved.recovery", contains(id.hex()));
        exported(community, CLEO)
                .body("tables.recoveriesStarted", hasSize(0))
                .body("tables.recoveriesApproved.recovery", contains(id.hex()));
    }

    @Test
    void whoeverStillHasAKeyStopsIt() {
        var community = founded("Objected");
        name(community, 1, 3600).statusCode(201);
        var id = Hash.parse(start(community, BO, SecretKey.generate(RANDOM))
                .statusCode(201)
                .extract()
                .path("recovery"));

        problem(said(community, id, "objections", BO.says(community, "recovery.object/1")), 403, "not-oneself");
        said(community, id, "objections", ANNA.says(community, "recovery.object/1"))
                .statusCode(201)
                .body("state", equalTo("objected"));
        problem(said(community, id, "approvals", CLEO.says(community, "recovery.approve/1")), 409, "recovery-ended");
        assertThat(Api.position(community)).isEqualTo(1);
    }

    @Test
    void onlyGuardiansAndOnlyOnceEach() {
        var community = founded("Guarded");
        problem(start(community, BO, SecretKey.generate(RANDOM)), 403, "not-a-guardian");
        name(community, 2, 60).statusCode(201);
        var id = Hash.parse(start(community, BO, SecretKey.generate(RANDOM))
                .statusCode(201)
                .extract()
                .path("recovery"));

        problem(start(community, BO, SecretKey.generate(RANDOM)), 409, "said-before");
        problem(said(community, id, "approvals", BO.says(community, "recovery.approve/1")), 409, "said-before");
        problem(said(community, id, "approvals", DAN.says(community, "recovery.approve/1")), 403, "not-a-guardian");
        problem(start(community, CLEO, BO.key()), 409, "key-taken");
        problem(
                said(community, Hash.of(new byte[1]), "approvals", CLEO.says(community, "recovery.approve/1")),
                404,
                "recovery-unknown");
    }

    @Test
    void newGuardiansWaitForTheOldOnesDelay() {
        var community = founded("Renamed");
        name(community, 2, 3600).statusCode(201);
        var thief = ANNA.says(community, "guardians.name/1")
                .about(ANNA.in(community))
                .with("guardians", List.of(DAN.in(community).hex()))
                .with("threshold", 1)
                .with("delaySeconds", 1);

        Api.post(path(community) + "/guardians", thief.sign().json()).statusCode(201);

        problem(start(community, DAN, SecretKey.generate(RANDOM)), 403, "not-a-guardian");
        start(community, BO, SecretKey.generate(RANDOM)).statusCode(201);
    }

    @Test
    void guardiansThatMakeNoSenseAreRefused() {
        var community = founded("Nonsense");

        problem(name(community, 0, 60), 422, "guardians-invalid");
        problem(name(community, 3, 60), 422, "guardians-invalid");
        problem(name(community, 1, 0), 422, "guardians-invalid");
        problem(name(community, 1, 90L * 24 * 3600 + 1), 422, "guardians-invalid");
        problem(name(community, 1, 60, ANNA, BO), 422, "guardians-invalid");
        problem(name(community, 1, 60, BO, BO), 422, "guardians-invalid");
        problem(name(community, 1, 60, Person.named("stranger")), 404, "member-unknown");
        name(community, 1, 90L * 24 * 3600).statusCode(201);
    }

    @Test
    void badActsAreRefused() {
        var community = founded("Bad recoveries");
        name(community, 1, 60).statusCode(201);

        BadActs.check(
                path(community) + "/recoveries",
                starting(community, BO, SecretKey.generate(RANDOM)),
                false,
                new BadActs.Stranger(403, "not-a-member"));
    }

    private static Hash founded(String name) {
        return Api.founded(name, ANNA, BO, CLEO, DAN);
    }

    private static ValidatableResponse name(Hash community, int threshold, long delay, Person... guardians) {
        var named = guardians.length == 0 ? new Person[] {BO, CLEO} : guardians;
        return Api.post(
                path(community) + "/guardians",
                ANNA.says(community, "guardians.name/1")
                        .about(ANNA.in(community))
                        .with(
                                "guardians",
                                List.of(named).stream()
                                        .map(guardian -> guardian.in(community).hex())
                                        .toList())
                        .with("threshold", threshold)
                        .with("delaySeconds", delay)
                        .sign()
                        .json());
    }

    private static ValidatableResponse start(Hash community, Person guardian, SigningKey fresh) {
        return Api.post(
                path(community) + "/recoveries",
                starting(community, guardian, fresh).sign().json());
    }

    private static Saying starting(Hash community, Person guardian, SigningKey fresh) {
        var member = ANNA.in(community);
        var consent = Saying.of(fresh, community, "key.accept/1").as(member).about(member);
        return guardian.says(community, "recovery.start/1")
                .about(member)
                .with("consents", List.of(StrictJson.parse(consent.sign().json(), 96 * 1024)));
    }

    private static ValidatableResponse said(Hash community, Hash recovery, String how, Saying saying) {
        return Api.post(
                path(community) + "/recoveries/" + recovery + "/" + how,
                saying.about(recovery).sign().json());
    }

    private static String path(Hash community) {
        return Api.members(community) + "/" + ANNA.in(community);
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }

    private static ValidatableResponse exported(Hash community, Person guardian) {
        return Api.export(community, guardian.says(community, "personal.export/1"), guardian.in(community))
                .statusCode(201);
    }
}
