// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class JoiningTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Person CLEO = Person.named("cleo");
    private static final Person DAN = Person.named("dan");
    private static final Person ATTESTER = Person.named("attester");
    private static final Map<String, Object> VOUCHING = Map.of("model", "vouching", "vouches", 2);

    @Test
    void twoVouchesMakeAMember() {
        var community = founded("Vouched", VOUCHING);
        Api.join(community, CLEO)
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("words", equalTo("0 of 2 members vouch for the applicant."));

        Api.speak(community, CLEO, "vouches", Api.vouch(community, ANNA, CLEO))
                .statusCode(201)
                .body("state", equalTo("open"));
        Api.speak(community, CLEO, "vouches", Api.vouch(community, BO, CLEO))
                .statusCode(201)
                .body("state", equalTo("admitted"));

        Api.get(Api.members(community) + "/" + CLEO.in(community)).statusCode(200);
        var fact = (MembersAddedV1) Facts.of(community, 2).get(1);
        assertThat(fact.members())
                .containsExactly(new MemberEntry(CLEO.in(community).hex(), CLEO.did()));
    }

    @Test
    void oneMembersVouchCountsOnceAndNobodyVouchesForOneself() {
        var community = founded("Once", VOUCHING);
        Api.join(community, CLEO).statusCode(201);
        Api.speak(community, CLEO, "vouches", Api.vouch(community, ANNA, CLEO)).statusCode(201);

        problem(Api.speak(community, CLEO, "vouches", Api.vouch(community, ANNA, CLEO)), 409, "said-before");
        problem(Api.speak(community, ANNA, "vouches", Api.vouch(community, ANNA, ANNA)), 422, "about-oneself");
        problem(Api.speak(community, CLEO, "vouches", Api.vouch(community, CLEO, CLEO)), 403, "not-a-member");
        problem(Api.speak(community, DAN, "vouches", Api.vouch(community, ANNA, DAN)), 404, "applicant-unknown");
    }

    @Test
    void attestersNeedNotBeMembers() {
        var community = founded(
                "Attested",
                Map.of(
                        "all",
                        List.of(
                                Map.of(
                                        "model",
                                        "attesters",
                                        "of",
                                        List.of(ATTESTER.did()),
                                        "count",
                                        1,
                                        "claim",
                                        "lives here"),
                                Map.of("model", "vouching", "vouches", 1))));
        Api.join(community, CLEO).statusCode(201);
        var claim = ATTESTER.says(community, "member.attest/1")
                .about(CLEO.in(community))
                .with("claim", "lives here");

        Api.speak(community, CLEO, "attestations", claim)
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("words", containsString("0 of 1 members vouch"));
        problem(Api.speak(community, CLEO, "attestations", claim), 409, "act-duplicate");
        problem(
                Api.speak(
                        community,
                        CLEO,
                        "attestations",
                        DAN.says(community, "member.attest/1")
                                .about(CLEO.in(community))
                                .with("claim", "lives here")),
                403,
                "not-an-attester");
        problem(
                Api.speak(
                        community,
                        CLEO,
                        "attestations",
                        ATTESTER.says(community, "member.attest/1")
                                .about(CLEO.in(community))
                                .with("claim", " ")),
                422,
                "words-invalid");
        Api.speak(community, CLEO, "vouches", Api.vouch(community, ANNA, CLEO))
                .statusCode(201)
                .body("state", equalTo("admitted"));
    }

    @Test
    void anOpenCommunityLetsEverybodyInButNotTooManyAtOnce() {
        var community =
                founded("Open", Map.of("model", "open"), Map.of("joins", Map.of("period", "P1D", "members", 1)));

        Api.join(community, CLEO).statusCode(201).body("state", equalTo("admitted"));
        Api.join(community, DAN)
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("words", containsString("1 joined lately and 1 may"));
        problem(Api.join(community, CLEO), 409, "already-member");
        problem(Api.join(community, DAN), 409, "application-open");
    }

    @Test
    void whatIsOverTheLimitIsRefusedForWhomARegistrarAdds() {
        var community = founded(
                "Limited",
                Map.of("model", "registrar", "of", "founders"),
                Map.of("joins", Map.of("period", "P1D", "share", "1/2")));

        Api.add(community, ANNA.add(community, CLEO)).statusCode(201);
        problem(Api.add(community, ANNA.add(community, DAN)), 409, "joins-limited");
        Api.register(community, ANNA.register(community, Person.many("crowd", 3)))
                .statusCode(409);
        assertThat(Api.position(community)).isEqualTo(2);
    }

    @Test
    void membersMayObjectUntilTheWindowEnds() {
        var community = founded(
                "Challenged", Map.of("model", "open"), Map.of("challenge", Map.of("window", "PT2S", "objections", 2)));
        Api.join(community, CLEO).statusCode(201).body("words", containsString("Members may object until"));
        Api.join(community, DAN).statusCode(201);

        objection(community, ANNA, DAN).statusCode(201).body("state", equalTo("open"));
        problem(objection(community, ANNA, DAN), 409, "said-before");
        objection(community, BO, DAN).statusCode(201).body("state", equalTo("refused"));
        problem(objection(community, BO, DAN), 409, "application-decided");

        Facts.of(community, 2);
        Api.get(Api.members(community) + "/" + CLEO.in(community)).statusCode(200);
        Api.get(Api.members(community) + "/" + DAN.in(community)).statusCode(404);
        Api.join(community, DAN).statusCode(201).body("state", equalTo("open"));
    }

    @Test
    void objectionsAreOnlyTakenWhereTheConstitutionProvidesForThem() {
        var community = founded("Unchallenged", VOUCHING);
        Api.join(community, CLEO).statusCode(201);

        problem(objection(community, ANNA, CLEO), 422, "objections-not-provided");
    }

    @Test
    void aMemberLeavesButNotTheLast() {
        var community = founded("Leaving", VOUCHING);
        var departures = "/v1/communities/" + community + "/departures";

        Api.post(departures, BO.says(community, "member.leave/1").sign().json()).statusCode(201);
        problem(Api.post(departures, BO.says(community, "member.leave/1").sign().json()), 403, "not-a-member");
        problem(
                Api.post(
                        departures,
                        ANNA.says(community, "member.leave/1").sign().json()),
                409,
                "last-member");

        assertThat(((MemberRemovedV1) Facts.of(community, 2).get(1)).member())
                .isEqualTo(BO.in(community).hex());
    }

    @Test
    void eligibilityNamesTheRuleAndTheFact() {
        var community = founded("Eligible", Map.of("model", "open"), Map.of("coolDown", "P7D"));
        Api.join(community, CLEO).statusCode(201);

        Api.get(Api.members(community) + "/" + ANNA.in(community) + "/eligibility")
                .statusCode(200)
                .body("answers[0].to", equalTo("vote"))
                .body("answers[0].eligible", equalTo(true))
                .body("answers[0].words", equalTo("With the power 1."));
        Api.get(Api.members(community) + "/" + CLEO.in(community) + "/eligibility")
                .body("answers[0].eligible", equalTo(false))
                .body("answers[0].rule", equalTo("membership.coolDown: PT168H"))
                .body("answers[1].eligible", equalTo(true))
                .body("answers[2].to", equalTo("vouch"));
        Api.get(Api.members(community) + "/" + DAN.in(community) + "/eligibility")
                .body("answers.eligible", equalTo(List.of(false, false, false)));
    }

    /** Excluded whatever the condition says, capped by what all have, and asked for power when something is submitted. */
    @Test
    void eligibilityNamesWhatIsBesideTheCondition() {
        var bodies = Map.of(
                "members", Map.of("who", "true", "power", "equal", "cap", "1/2"),
                "others", Map.of("who", "true", "power", "equal", "exclude", List.of("founder")));
        var rules = Rules.with(Rules.of("Beside"), "bodies", bodies);
        var policy = Rules.withInPolicy(rules, "propose", Map.of("power", "1/10", "limit", Map.of("open", 2)));
        var genesis = ANNA.found("Beside", policy, BO);
        var community = Hash.parse(Api.found(genesis).statusCode(201).extract().path("community"));

        Api.get(Api.members(community) + "/" + ANNA.in(community) + "/eligibility")
                .statusCode(200)
                .body("answers[0].words", equalTo("With the power 1, or less: at most 1/2 of all power."))
                .body("answers[1].eligible", equalTo(false))
                .body("answers[1].rule", equalTo("exclude"))
                .body("answers[1].words", equalTo("Excluded as 'founder'."))
                .body("answers[2].eligible", equalTo(true))
                .body(
                        "answers[2].words",
                        endsWith(" The roll has to give enough power. Not more proposals than the limit."));
    }

    @Test
    void badActsAreRefused() {
        var community = founded("Bad joins", VOUCHING);
        Api.join(community, CLEO).statusCode(201);

        BadActs.check(Api.applicants(community), DAN.says(community, "member.join/1"), false);
        BadActs.check(
                Api.applicants(community) + "/" + CLEO.in(community) + "/vouches",
                Api.vouch(community, ANNA, CLEO),
                false,
                new BadActs.Stranger(403, "not-a-member"));
    }

    private static ValidatableResponse objection(Hash community, Person member, Person who) {
        return Api.speak(
                community,
                who,
                "objections",
                member.says(community, "member.challenge/1")
                        .about(who.in(community))
                        .with("reason", "unknown here"));
    }

    private static void problem(ValidatableResponse answer, int status, String type) {
        answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }

    private static Hash founded(String name, Object admission) {
        return founded(name, admission, Map.of());
    }

    private static Hash founded(String name, Object admission, Map<String, ?> membership) {
        var rules = new TreeMap<>(Rules.with(Rules.of(name), "admission", admission));
        if (!membership.isEmpty()) rules.put("membership", membership);
        var genesis = ANNA.found(name, rules, BO);
        return Hash.parse(Api.found(genesis).statusCode(201).extract().path("community"));
    }
}
