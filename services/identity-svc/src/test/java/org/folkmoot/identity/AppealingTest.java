// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AppealingTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Person CLEO = Person.named("cleo");

    @Test
    void whoAppealsCanBeReinstatedAsTheSameMember() {
        var community = expelled("Reinstated", "P14D");

        send(community, appeal(community)).statusCode(201).body("grounds", equalTo("I was not heard."));
        Api.get(appeals(community) + "/" + BO.in(community))
                .statusCode(200)
                .body("member", equalTo(BO.in(community).hex()));
        problem(send(community, appeal(community)), 409, "already-appealed");
        var due = Orders.tell(community, Orders.reinstate(BO.in(community)));

        var added = (MembersAddedV1) Facts.of(community, 6).get(4);
        assertThat(added.members().getFirst().member())
                .isEqualTo(BO.in(community).hex());
        assertThat(added.cause()).isEqualTo(due.enactment());
        Api.get(Api.members(community) + "/" + BO.in(community)).statusCode(200);
        problem(Api.get(appeals(community) + "/" + BO.in(community)), 404, "not-expelled");
        problem(send(community, appeal(community)), 404, "not-expelled");
    }

    @Test
    void nobodyIsReinstatedWithoutAnAppeal() {
        var community = expelled("Silent", "P14D");

        Orders.tell(community, Orders.reinstate(BO.in(community)));

        assertThat(((ActionFailedV1) Facts.of(community, 5).get(4)).reason()).isEqualTo("appeal-unknown");
    }

    @Test
    void anAppealIsOfTheOneWhoWasExpelledAndInTime() {
        var community = expelled("Strict", "PT1S");

        problem(send(community, appeal(community).with("grounds", " ")), 422, "words-invalid");
        problem(send(community, appeal(community).with("grounds", "x".repeat(2_001))), 422, "words-invalid");
        problem(send(community, appeal(community).with("x", 1)), 400, "payload-malformed");
        problem(send(community, saying(CLEO, community)), 403, "not-a-member");
        problem(send(community, saying(CLEO, community).as(BO.in(community))), 422, "key-not-valid");
        problem(send(community, saying(ANNA, community)), 404, "not-expelled");
        // The window is open at its beginning and closed at its end.
        await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
        problem(send(community, appeal(community)), 409, "appeal-too-late");
    }

    @Test
    void whoCameBackAndLeftWasNotExpelled() {
        var community = expelled("Back and gone", "P14D");
        Orders.tell(community, Orders.add(BO));
        Facts.of(community, 6);
        var leaving = BO.says(community, "member.leave/1").sign().json();
        Api.post("/v1/communities/" + community + "/departures", leaving).statusCode(201);

        problem(send(community, appeal(community)), 404, "not-expelled");
    }

    @Test
    void whereTheConstitutionKnowsNoAppealsThereIsNone() {
        var community = Api.founded("Final", ANNA, BO);
        Orders.tell(community, Orders.remove(BO.in(community)));
        Facts.of(community, 3);

        problem(send(community, appeal(community)), 422, "appeals-not-provided");
    }

    /** A community that let Bo in and expelled him. */
    private static Hash expelled(String name, String window) {
        var community = Api.founded(ANNA, name, Rules.with(Rules.of(name), "membership", Map.of("appeal", window)));
        Api.add(community, ANNA.add(community, BO)).statusCode(201);
        Orders.tell(community, Orders.remove(BO.in(community)));
        Facts.of(community, 4);
        return community;
    }

    private static Saying appeal(Hash community) {
        return saying(BO, community);
    }

    private static Saying saying(Person person, Hash community) {
        return person.says(community, "member.appeal/1").with("grounds", "I was not heard.");
    }

    private static String appeals(Hash community) {
        return "/v1/communities/" + community + "/appeals";
    }

    private static ValidatableResponse send(Hash community, Saying said) {
        return Api.post(appeals(community), said.sign().json());
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
