// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RenewingTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aMembershipThatIsNotRenewedEndsAndTheLastOneStays() {
        var community = founded("Ends", "PT4S", "PT4S");
        var founded = since(community, ANNA);
        awaitEnd(community, ANNA, founded.plusSeconds(4));

        problem(renew(community, BO, BO), 403, "not-a-member");
        renew(community, ANNA, ANNA).statusCode(201).body("endsAt", equalTo(Times.text(founded.plusSeconds(8))));
        Api.add(community, ANNA.add(community, BO)).statusCode(201);

        var removed = (MemberRemovedV1) Facts.of(community, 3).get(2);
        assertThat(removed.removedAt()).isAfterOrEqualTo(founded.plusSeconds(4));
        Api.get(Api.members(community)).statusCode(200).body("items.size()", equalTo(1));
        // Whoever is left alone stays, so that somebody can let others in.
        Api.add(community, ANNA.add(community, Person.named("cleo"))).statusCode(201);
    }

    @Test
    void aMembershipIsRenewedShortlyBeforeItsEndOnly() {
        var community = founded("Early", "PT1H", "PT10M");
        var founded = since(community, ANNA);
        awaitEnd(community, ANNA, founded.plus(Duration.ofHours(1)));

        problem(renew(community, ANNA, ANNA), 409, "renewal-too-early")
                .body("from", equalTo(Times.text(founded.plus(Duration.ofMinutes(50)))));
        problem(
                Api.post(
                        renewals(community),
                        ANNA.says(community, "member.renew/1")
                                .with("x", 1)
                                .sign()
                                .json()),
                400,
                "payload-malformed");
    }

    @Test
    void whereNothingIsSaidNothingEnds() {
        var community = Api.founded("Endless", ANNA);

        problem(renew(community, ANNA, ANNA), 409, "membership-endless");
        Api.get(end(community, ANNA)).statusCode(200).body("endsAt", nullValue());
        problem(Api.get(end(community, BO)), 404, "member-unknown");
    }

    @Test
    void anAmendmentThatChangesTheTermBeginsItAnew() {
        var community = founded("Amended", "PT1H", "PT10M");
        awaitEnd(community, ANNA, since(community, ANNA).plus(Duration.ofHours(1)));
        var base = Hash.parse(Api.get("/v1/communities/" + community).extract().path("constitution"));
        var before = Instant.now();

        Orders.tell(community, Orders.amend(base, rules("Amended", "PT2H", "PT10M")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ending(community, ANNA)).isAfter(before.plus(Duration.ofHours(2))));
    }

    private static Hash founded(String name, String lasts, String renewal) {
        return Api.founded(ANNA, name, rules(name, lasts, renewal));
    }

    private static Map<String, Object> rules(String name, String lasts, String renewal) {
        return Rules.with(Rules.of(name), "membership", Map.of("term", Map.of("lasts", lasts, "renewal", renewal)));
    }

    private static Instant since(Hash community, Person person) {
        return Instant.parse(Api.get(Api.members(community) + "/" + person.in(community))
                .statusCode(200)
                .extract()
                .path("since"));
    }

    private static void awaitEnd(Hash community, Person person, Instant end) {
        await().atMost(PATIENCE).until(() -> end.equals(ending(community, person)));
    }

    private static Instant ending(Hash community, Person person) {
        String end = Api.get(end(community, person)).statusCode(200).extract().path("endsAt");
        return end == null ? Instant.MIN : Instant.parse(end);
    }

    private static String end(Hash community, Person person) {
        return Api.members(community) + "/" + person.in(community) + "/end";
    }

    private static String renewals(Hash community) {
        return "/v1/communities/" + community + "/renewals";
    }

    private static ValidatableResponse renew(Hash community, Person signer, Person member) {
        return Api.post(
                renewals(community),
                signer.says(community, "member.renew/1")
                        .as(member.in(community))
                        .sign()
                        .json());
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo(Api.PROBLEM + type));
    }
}
