// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;

/** What members of a village say about who votes for them. */
public record DelegationActs(Village village) {
    /** Delegates in all polls of a body, to each the same part. */
    public ValidatableResponse set(Person principal, String body, Person... to) {
        return set(principal, body, Map.of(), to);
    }

    /** Delegates in some polls, or for a while. */
    public ValidatableResponse set(Person principal, String body, Map<String, Object> more, Person... to) {
        var weights = new HashMap<Person, Long>();
        Arrays.stream(to).forEach(person -> weights.put(person, 1L));
        return set(principal, body, more, weights);
    }

    /** Delegates in parts. */
    public ValidatableResponse set(Person principal, String body, Map<String, Object> more, Map<Person, Long> to) {
        return post(wish(principal, body, more, to));
    }

    /** Delegates to one member, and says from when on that holds. */
    public Instant since(Person principal, String body, Person to) {
        return Instant.parse(set(principal, body, to).statusCode(201).extract().path("since"));
    }

    /** Starts what says who votes for whom. */
    public Saying wish(Person principal, String body, Map<String, Object> more, Map<Person, Long> to) {
        var saying = principal
                .says(village.community(), "delegation.set/1")
                .with("body", body)
                .with(
                        "to",
                        to.entrySet().stream()
                                .map(one -> Map.of(
                                        "member",
                                        one.getKey().in(village.community()).hex(),
                                        "weight",
                                        one.getValue()))
                                .toList())
                .until(village.clock().instant().plus(Duration.ofDays(1)));
        for (var entry : more.entrySet()) saying = saying.with(entry.getKey(), entry.getValue());
        return saying;
    }

    /** Ends what was said for some polls. */
    public ValidatableResponse end(Person principal, String body, Map<String, Object> more) {
        var saying = principal
                .says(village.community(), "delegation.end/1")
                .with("body", body)
                .until(village.clock().instant().plus(Duration.ofDays(1)));
        for (var entry : more.entrySet()) saying = saying.with(entry.getKey(), entry.getValue());
        return given().contentType("application/json")
                .body(saying.sign().json())
                .post("/v1/communities/" + village.community() + "/delegations/end")
                .then();
    }

    /** Signs and sends it. */
    public ValidatableResponse post(Saying saying) {
        return post(saying.sign().json());
    }

    /** Sends any bytes. */
    public ValidatableResponse post(byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/communities/" + village.community() + "/delegations")
                .then();
    }
}
