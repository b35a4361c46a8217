// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ElectingTest {
    private static final Person ANNA = Person.named("anna");
    private static final Person BO = Person.named("bo");
    private static final Map<String, ?> ELECTION = Map.of("model", "election");
    private static final Map<String, ?> VOUCH = Map.of(
            "model", "vouching", "vouches", 1, "memberFor", "PT0S", "most", 10, "period", "P30D", "lasts", "P30D");

    @Test
    void anElectionAloneAdmitsAtOnce() {
        var community = founded("Elects", ELECTION);

        Orders.tell(community, Orders.add(BO));

        Facts.of(community, 3);
        Api.get(Api.members(community) + "/" + BO.in(community)).statusCode(200);
    }

    @Test
    void anElectionAmongOthersWaitsForThem() {
        var community = founded("Elects and vouches", Map.of("all", List.of(ELECTION, VOUCH)));
        Api.join(community, BO).statusCode(201).body("state", equalTo("open"));

        Orders.tell(community, Orders.add(BO));

        assertThat(Facts.of(community, 2).get(1)).isInstanceOf(ActionEnactedV1.class);
        assertState(community, "open");
        Api.speak(community, BO, "vouches", Api.vouch(community, ANNA, BO)).statusCode(201);
        assertState(community, "admitted");
        Api.get(Api.members(community) + "/" + BO.in(community)).statusCode(200);
    }

    @Test
    void anElectionBeforeTheApplicationCountsOnce() {
        var community = founded("Elects once", Map.of("all", List.of(ELECTION, VOUCH)));
        Orders.tell(community, Orders.add(BO));
        Facts.of(community, 2);
        Api.join(community, BO).statusCode(201).body("state", equalTo("open"));
        Api.speak(community, BO, "vouches", Api.vouch(community, ANNA, BO)).statusCode(201);
        assertState(community, "admitted");
        Api.post(
                        "/v1/communities/" + community + "/departures",
                        BO.says(community, "member.leave/1").sign().json())
                .statusCode(201);

        Api.join(community, BO).statusCode(201).body("state", equalTo("open"));
    }

    private static Hash founded(String name, Map<String, ?> admission) {
        return Api.founded(ANNA, name, Rules.with(Rules.of(name), "admission", admission));
    }

    private static void assertState(Hash community, String state) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Api.get(Api.applicants(community) + "/" + BO.in(community))
                        .statusCode(200)
                        .body("state", equalTo(state)));
    }
}
