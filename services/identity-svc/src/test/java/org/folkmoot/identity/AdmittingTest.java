// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AdmittingTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Person CLEO = Person.named("cleo");

    @Test
    void aFounderLetsSomebodyIn() {
        var community = Api.founded("One more", ANNA);

        Api.add(community, ANNA.add(community, BO))
                .statusCode(201)
                .header("Location", endsWith(Api.members(community) + "/" + BO.in(community)))
                .body("member", equalTo(BO.in(community).hex()))
                .body("key", equalTo(BO.did()))
                .body("position", equalTo(2));

        assertThat(Api.position(community)).isEqualTo(2);
    }

    @Test
    void everybodyHearsOfIt() {
        var community = Api.founded("One more heard of", ANNA);
        var act = ANNA.add(community, BO);
        Api.add(community, act).statusCode(201);

        var fact = (MembersAddedV1) Facts.of(community, 2).get(1);

        assertThat(fact.position()).isEqualTo(2);
        assertThat(fact.cause()).isEqualTo(Hash.of(act.payload()).hex());
        assertThat(fact.members())
                .containsExactly(new MemberEntry(BO.in(community).hex(), BO.did()));
    }

    @Test
    void theSameActAgainIsADuplicateAndNobodyJoinsTwice() {
        var community = Api.founded("Repeated", ANNA);
        var act = ANNA.add(community, BO);
        Api.add(community, act).statusCode(201);

        refused(community, act, 409, "act-duplicate");

        assertThat(Api.position(community)).isEqualTo(2);
    }

    @Test
    void whoIsAMemberDoesNotJoinAgain() {
        var community = Api.founded("Already", ANNA, BO);

        Api.add(community, ANNA.add(community, BO))
                .statusCode(409)
                .body("type", equalTo(Api.PROBLEM + "already-member"))
                .body("member", equalTo(BO.in(community).hex()));
    }

    @Test
    void whomTheConstitutionDoesNotTrustLetsNobodyIn() {
        var community = Api.founded("Closed", ANNA);
        Api.add(community, ANNA.add(community, BO)).statusCode(201);

        refused(community, BO.add(community, CLEO), 403, "admission-refused");
        refused(community, CLEO.add(community, CLEO), 403, "admission-refused");
    }

    @Test
    void aRegistrarNeedNotBeAMember() {
        var community = Api.founded(ANNA, "Registry", Rules.of("Registry", List.of(CLEO.did())));

        Api.add(community, CLEO.add(community, BO)).statusCode(201);
        refused(community, ANNA.add(community, Person.named("dan")), 403, "admission-refused");
    }

    @Test
    void aRefusedActMayBeSentAgainWhenItsReasonIsGone() {
        var community = Api.founded("Again", ANNA);
        var early = ANNA.says(community, "member.add/1").with("key", ANNA.did());
        refused(community, early.sign(), 409, "already-member");

        Api.add(
                        community,
                        ANNA.says(community, "member.add/1")
                                .with("key", BO.did())
                                .seq(early.seq())
                                .sign())
                .statusCode(201);
    }

    @Test
    void anActWithAnEarlierNumberIsAReplay() {
        var community = Api.founded("Replayed", ANNA);
        var first = ANNA.says(community, "member.add/1").with("key", BO.did());
        Api.add(community, first.sign()).statusCode(201);
        var second = ANNA.says(community, "member.add/1").with("key", CLEO.did());

        refused(community, second.seq(first.seq()).sign(), 409, "seq-replayed");
        refused(community, second.seq(first.seq() - 1).sign(), 409, "seq-replayed");
    }

    @Test
    void aKeyMustBeOneThatAllVerifiersAgreeOn() {
        var community = Api.founded("Weak keys", ANNA);

        for (var key : BadActs.INADMISSIBLE)
            refused(
                    community,
                    ANNA.says(community, "member.add/1").with("key", key.did()).sign(),
                    422,
                    "key-invalid");
    }

    @Test
    void theBodyIsOneKey() {
        var community = Api.founded("Bodies", ANNA);
        var act = ANNA.says(community, "member.add/1");

        refused(community, act.sign(), 400, "payload-malformed");
        refused(community, act.with("key", 7).sign(), 400, "payload-malformed");
        refused(community, act.with("key", "did:key:z6Mk").sign(), 400, "payload-malformed");
        refused(community, act.with("key", BO.did()).with("role", "chair").sign(), 400, "payload-malformed");
    }

    @Test
    void badActsAreRefused() {
        var community = Api.founded("Bad acts", ANNA);

        BadActs.check(
                Api.members(community), ANNA.says(community, "member.add/1").with("key", BO.did()), false);

        assertThat(Api.position(community)).isEqualTo(1);
    }

    @Test
    void aCommunityThatNobodyFoundedTakesNobody() {
        var nowhere = Hash.of("nowhere".getBytes(UTF_8));

        refused(nowhere, ANNA.add(nowhere, BO), 404, "community-unknown");
    }

    private static void refused(Hash community, Envelope act, int status, String type) {
        Api.add(community, act).statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
