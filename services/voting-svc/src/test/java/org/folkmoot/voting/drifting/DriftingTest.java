// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drifting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.contracts.RuleDriftedV1.State.NEAR;
import static org.folkmoot.contracts.RuleDriftedV1.State.REACHABLE;
import static org.folkmoot.contracts.RuleDriftedV1.State.UNREACHABLE;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.RuleDriftedV1;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.voting.News;
import org.folkmoot.voting.TestClock;
import org.folkmoot.voting.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule that asks for three members is met by four with room, by three just so, and by two not any more. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DriftingTest {
    /** Other rules of the village ask for money that nobody here has. */
    private static final String MANY = "items.findAll { it.policy == 'many' }";

    @Inject
    TestClock clock;

    @Inject
    LookAtRules lookAtRules;

    @Inject
    MembershipStore membership;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
        village.join(3, EVE);
        look(3);
    }

    @Test
    void aRuleWithRoomIsNoNews() {
        assertThat(told()).isEmpty();
        drifts().body(MANY, hasSize(0));
    }

    @Test
    void theCommunityIsWarnedBeforeTheRuleIsOutOfReach() {
        leave(4, EVE);

        assertThat(told()).containsExactly(NEAR);
        drifts().body(MANY + ".path", contains(endsWith("/quorum"))).body(MANY + ".state", contains("near"));
    }

    @Test
    void itIsToldOnceHoweverOftenItIsSeen() {
        leave(4, EVE);
        village.join(5, Person.named("Fay"));
        leave(6, Person.named("Fay"));

        assertThat(told()).containsExactly(NEAR);
    }

    @Test
    void whatIsOutOfReachIsToldWithTheNumbersOfTheDay() {
        leave(4, EVE);
        leave(5, CAT);

        assertThat(told()).containsExactly(NEAR, UNREACHABLE);
        assertThat(events().getLast().reason()).contains("2");
        assertThat(events().getLast().constitution())
                .isEqualTo(village.constitution().hash().hex());
        drifts().body(MANY + ".state", contains("unreachable"));
    }

    @Test
    void whatCanBeMetAgainIsToldAndNoDriftAnyMore() {
        leave(4, EVE);
        village.join(5, Person.named("Fay"));
        look(5);

        assertThat(told()).containsExactly(NEAR, REACHABLE);
        drifts().body(MANY, hasSize(0));
    }

    /** Nobody is a member for 30 days yet, and nobody comes or goes: after that everybody is. */
    @Test
    void whatTimeAloneChangesIsSeenWithinADay() {
        var seasoned = "items.findAll { it.policy == 'seasoned' }";
        drifts().body(seasoned + ".state", contains("unreachable"));
        clock.pass(Duration.ofDays(30));
        while (lookAtRules.handle()) {}

        drifts().body(seasoned, hasSize(0));
    }

    private ValidatableResponse drifts() {
        return given().get("/v1/communities/" + village.community().hex() + "/drifts")
                .then()
                .statusCode(200);
    }

    private List<RuleDriftedV1.State> told() {
        return events().stream().map(RuleDriftedV1::state).toList();
    }

    /** What was told is on Kafka when an event that was told later is. */
    private List<RuleDriftedV1> events() {
        var later = village.definition("last", Duration.ZERO);
        village.ask(later);
        News.await(later.id().hex(), PollOpenedV1.class);
        return News.about(village.community().hex(), RuleDriftedV1.class).stream()
                .filter(event -> event.policy().equals("many"))
                .toList();
    }

    private void leave(long position, Person person) {
        village.leave(position, person);
        look(position);
    }

    private void look(long position) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> membership.position(village.community()) == position);
        while (lookAtRules.handle()) {}
    }
}
