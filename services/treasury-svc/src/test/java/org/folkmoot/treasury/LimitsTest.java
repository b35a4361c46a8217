// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided moves within the limits that the constitution sets, under the locks of the accounts. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class LimitsTest {
    private static final String LIMITS = """
            treasury:
              zone: Europe/Oslo
              limits:
                - { from: treasury, asset: SKR, most: "500.00", every: P1M }
                - { from: treasury, asset: SKR, to: each, most: "100.00", within: P30D }
                - { from: school, asset: SKR, most: "50.00", every: P1M }
                - { policy: all, asset: SKR, most: "15.00", every: P1M }
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found(Town.text() + LIMITS);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void moreThanALimitIsRefusedAndSaysWhich() {
        assertThat(enact(transfer("school", "harbour", "49.99"))).isEqualTo("enacted");

        var refused = (ActionFailedV1) submitted("another").enact(1, transfer("school", "harbour", "0.02"));

        assertThat(refused.reason()).isEqualTo("limit-exceeded");
        assertThat(refused.detail())
                .startsWith("The limit 'from school SKR every P1M' is 50.00 SKR, of which 49.99 are spent;"
                        + " 0.02 more cannot be until ");
        assertThat(enact(transfer("school", "harbour", "0.01"))).isEqualTo("enacted");
        town.expectBalance("school", "150.00");
        new Audit(database, town.community()).check();
    }

    @Test
    void eachWhoIsPaidHasAWindowThatRolls() {
        assertThat(enact(transfer("treasury", "harbour", "100.00"))).isEqualTo("enacted");
        assertThat(enact(transfer("treasury", "harbour", "0.01"))).isEqualTo("limit-exceeded");
        assertThat(enact(transfer("treasury", "ice", "100.00"))).isEqualTo("enacted");

        clock.pass(Duration.ofDays(30).plusSeconds(60));

        assertThat(enact(transfer("treasury", "harbour", "100.00"))).isEqualTo("enacted");
    }

    @Test
    void ofManyAsOneTransactionAllAreRefused() {
        var legs = Collections.nCopies(11, Map.of("from", "treasury", "to", "ice", "asset", "SKR", "amount", "10.00"));

        assertThat(enact(Map.of("type", "treasury.transaction", "legs", legs))).isEqualTo("limit-exceeded");
        assertThat(enact(Map.of("type", "treasury.transaction", "legs", legs.subList(0, 10))))
                .isEqualTo("enacted");
        town.expectBalance("ice", "100.00");
    }

    @Test
    void anotherLimitLeavesWhatIsSpent() {
        assertThat(enact(transfer("school", "harbour", "40.00"))).isEqualTo("enacted");
        var text = Town.text() + LIMITS.replace("50.00", "30.00");
        town.amend(text);
        Town.await(() -> town.get("/limits")
                .statusCode(200)
                .body("items.find { it.from == 'school' }.most", equalTo("30.00"))
                .body("items.find { it.from == 'school' }.spent", equalTo("40.00"))
                .body("items.find { it.from == 'school' }.left", equalTo("0.00")));

        assertThat(enact(transfer("school", "harbour", "0.01"))).isEqualTo("limit-exceeded");
        town.expectBalance("school", "160.00");
    }

    @Test
    void anotherZoneLeavesWhatIsSpent() {
        assertThat(enact(transfer("school", "harbour", "50.00"))).isEqualTo("enacted");
        var utc = Town.text() + LIMITS.replace("Europe/Oslo", "UTC");
        var there = town.amend(utc.replace("50.00", "50.01"));
        Town.await(() -> town.get("/limits")
                .statusCode(200)
                .body("items.find { it.from == 'school' }.left", equalTo("0.01"))
                .body("items.find { it.from == 'school' }.spent", equalTo("50.00")));
        assertThat(enact(transfer("school", "harbour", "0.02"))).isEqualTo("limit-exceeded");
        assertThat(enact(transfer("school", "harbour", "0.01"))).isEqualTo("enacted");

        there.amend(Town.text() + LIMITS.replace("50.00", "50.02"));

        Town.await(() -> town.get("/limits").body("items.find { it.from == 'school' }.left", equalTo("0.01")));
        assertThat(enact(transfer("school", "harbour", "0.02"))).isEqualTo("limit-exceeded");
    }

    @Test
    void proposalsUnderAPolicyHaveALimitTogether() {
        var one = submitted("all");
        var other = submitted("all");
        var another = submitted("another");

        assertThat(one.enact(1, transfer("treasury", "harbour", "10.00"))).isInstanceOf(ActionEnactedV1.class);
        var refused = (ActionFailedV1) other.enact(1, transfer("treasury", "ice", "5.01"));
        assertThat(refused.reason()).isEqualTo("limit-exceeded");
        assertThat(refused.detail()).startsWith("The limit 'policy all SKR every P1M' is 15.00 SKR");
        assertThat(other.enact(2, transfer("treasury", "ice", "5.00"))).isInstanceOf(ActionEnactedV1.class);
        assertThat(another.enact(1, transfer("treasury", "ice", "50.00"))).isInstanceOf(ActionEnactedV1.class);
        town.get("/limits")
                .body("items.find { it.policy == 'all' }.spent", equalTo("15.00"))
                .body("items.find { it.policy == 'all' }.left", equalTo("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"14.99, enacted", "15.00, enacted", "15.01, limit-exceeded"})
    void whatIsDecidedBeforeItsSubmissionIsHeardOfWaitsForItAndCounts(String amount, String answer) {
        var unheard = Decision.in(town);
        News.tell(Topics.PROPOSALS, unheard.due(1, transfer("treasury", "harbour", amount)));
        assertThat(enact(transfer("treasury", "ice", "1.00"))).isEqualTo("enacted");
        town.expectBalance("treasury", "999.00");

        unheard.submitted("all");

        assertThat(word(unheard.answer(1))).isEqualTo(answer);
        town.get("/limits")
                .body("items.find { it.policy == 'all' }.spent", equalTo(answer.equals("enacted") ? amount : "0.00"));
    }

    @Test
    void nobodyWaitsForSubmissionsWhereNoLimitIsAboutThem() {
        var free = Town.found();

        assertThat(word(Decision.in(free).enact(1, transfer("treasury", "harbour", "15.01"))))
                .isEqualTo("enacted");
    }

    private Decision submitted(String policy) {
        return Decision.in(town).submitted(policy);
    }

    @Test
    void whatIsLeftIsSeenPageByPage() {
        enact(transfer("treasury", "harbour", "60.00"));
        enact(transfer("treasury", "ice", "10.00"));

        var page = town.get("/limits?limit=3").statusCode(200);
        page.body(
                        "items.limit",
                        equalTo(List.of(
                                "from school SKR every P1M",
                                "from treasury SKR every P1M",
                                "from treasury to each SKR within P30D")))
                .body("items.findAll { it.subject != null }.size()", equalTo(0))
                .body("items.spent", equalTo(List.of("0.00", "70.00", "0.00")))
                .body("items.left", equalTo(List.of("50.00", "430.00", "100.00")));
        town.get("/limits?after=" + page.extract().path("next"))
                .statusCode(200)
                .body("items.findAll { it.subject != null }.subject", equalTo(List.of("harbour", "ice")))
                .body("items.spent", equalTo(List.of("60.00", "10.00", "0.00")))
                .body("items.left", equalTo(List.of("40.00", "90.00", "15.00")))
                .body("next", nullValue());
    }

    @Test
    void nobodyHasLimitsOfACommunityThatIsNotThere() {
        Town.planned().get("/limits").statusCode(404);
        town.get("/limits?after=nonsense").statusCode(400);
    }

    private String enact(Map<String, Object> action) {
        EnactmentEvent answer = submitted("another").enact(1, action);
        return word(answer);
    }

    private static String word(EnactmentEvent answer) {
        return answer instanceof ActionFailedV1 failed ? failed.reason() : "enacted";
    }

    private static Map<String, Object> transfer(String from, String to, String amount) {
        return Decision.transfer(from, to, amount);
    }
}
