// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision pays an amount out of several accounts, one after the other. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class GatherTest {
    private static final String LIMITS = """
            treasury:
              limits: [{ from: school, asset: SKR, most: "50.00", every: P1M }]
            """;

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found();
    }

    @ParameterizedTest
    @CsvSource({"1049.99, enacted", "1050.00, enacted", "1050.01, sources-insufficient"})
    void itIsAllOrNothing(String amount, String answer) {
        var enacted =
                answered(Decision.in(town).enact(1, gather(amount, from("school", "max", "50.00"), from("treasury"))));

        assertThat(enacted).isEqualTo(answer);
        town.expectBalance("harbour", answer.equals("enacted") ? amount : "0.00");
        town.expectBalance("school", answer.equals("enacted") ? "150.00" : "200.00");
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @Test
    void whatIsToldTwiceMovesOnceAndIsAnsweredAlike() {
        var decision = Decision.in(town);
        var action = gather("250.00", from("school", "keep", "20.00"), from("treasury"));
        var first = decision.enact(1, action);

        var id = UUID.randomUUID();
        for (int i = 0; i < 3; i++) News.tell(Topics.PROPOSALS, decision.due(1, action), id);
        News.tell(Topics.PROPOSALS, decision.due(1, action));
        var answers = News.await(town.community().hex(), EnactmentEvent.class, 3);

        assertThat(answers).containsOnly(first);
        town.expectBalance("school", "20.00");
        town.expectBalance("treasury", "930.00");
        town.get("/transfers/" + decision.enactment(1))
                .body("code", equalTo("decided"))
                .body("from", equalTo("school"))
                .body("amount", equalTo("180.00"));
        town.get("/journal/jsonl").statusCode(200);
    }

    @Test
    void somethingElseUnderTheNameOfWhatWasGatheredIsSetAside() {
        var decision = Decision.in(town);
        decision.enact(1, gather("10.00", from("school"), from("treasury")));

        News.tell(Topics.PROPOSALS, decision.due(1, gather("10.00", from("treasury"), from("school"))));

        News.awaitDead(Topics.PROPOSALS, decision.enactment(1));
        town.expectBalance("school", "190.00");
    }

    @Test
    void aRefusalIsFinalAndTheNextAttemptIsAnother() {
        var decision = Decision.in(town);
        var action = gather("5.00", from("ice"));
        var refused = (ActionFailedV1) decision.enact(1, action);
        Decision.in(town).enact(1, transfer("treasury", "ice", "5.00"));

        assertThat(refused.detail()).isEqualTo("All sources together give 0.00 SKR, not 5.00.");
        town.get("/transfers/" + decision.enactment(1))
                .body("outcome", equalTo("refused"))
                .body("reason", equalTo("sources-insufficient"))
                .body("from", equalTo("ice"))
                .body("to", equalTo("harbour"));
        assertThat(decision.enact(2, action)).isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("harbour", "5.00");
    }

    @Test
    void aLimitOfAnAccountCountsWhatReallyLeavesIt() {
        town = Town.found(Town.text() + LIMITS);
        Decision.in(town).submitted("all");

        assertThat(enact(gather("100.00", from("school", "max", "49.99"), from("treasury"))))
                .isEqualTo("enacted");
        assertThat(enact(gather("1.00", from("school"), from("treasury")))).isEqualTo("limit-exceeded");
        assertThat(enact(gather("1.00", from("school", "max", "0.01"), from("treasury"))))
                .isEqualTo("enacted");
        town.get("/limits").body("items[0].spent", equalTo("50.00"));
    }

    @Test
    void whatIsGatheredIsReversedWhole() {
        var decision = Decision.in(town);
        decision.enact(1, gather("210.00", from("school"), from("treasury")));

        Decision.in(town).enact(1, Map.of("type", "treasury.reverse", "transfer", decision.enactment(1)));

        town.expectBalance("school", "200.00");
        town.expectBalance("treasury", "1000.00");
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @Test
    void togetherWithOthersItSeesWhatTheyMovedBefore() {
        var decision = Decision.in(town);
        var actions = List.of(
                transfer("school", "ice", "150.00"), gather("60.00", from("school"), from("ice", "max", "10.00")));

        assertThat(decision.enact(1, decision.together(1, actions))).isInstanceOf(ActionEnactedV1.class);

        town.expectBalance("school", "0.00");
        town.expectBalance("ice", "140.00");
        town.expectBalance("harbour", "60.00");
        var failing = Decision.in(town);
        var failed = (ActionFailedV1) failing.enact(
                1,
                failing.together(
                        1,
                        List.of(
                                transfer("ice", "school", "1.00"),
                                gather("140.01", from("ice"), from("school", "max", "1.00")))));
        assertThat(failed.reason()).isEqualTo("sources-insufficient");
        town.expectBalance("ice", "140.00");
    }

    @Test
    void nothingIsSetAsideForItBecauseNobodyKnowsOfWhat() {
        var decision = Decision.in(town);
        News.tell(Topics.PROPOSALS, decision.commitment(gather("210.00", from("school"), from("treasury"))));

        assertThat(decision.enact(1, gather("210.00", from("school"), from("treasury"))))
                .isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("harbour", "210.00");
    }

    private String enact(Map<String, Object> action) {
        return answered(Decision.in(town).submitted("all").enact(1, action));
    }

    private static String answered(EnactmentEvent answer) {
        return answer instanceof ActionFailedV1 failed ? failed.reason() : "enacted";
    }

    @SafeVarargs
    private static Map<String, Object> gather(String amount, Map<String, Object>... sources) {
        return Map.of(
                "type",
                "treasury.gather",
                "to",
                "harbour",
                "asset",
                "SKR",
                "amount",
                amount,
                "sources",
                List.of(sources));
    }

    private static Map<String, Object> from(String account, String... rest) {
        var source = new HashMap<String, Object>();
        source.put("from", account);
        for (int i = 0; i < rest.length; i += 2) source.put(rest[i], rest[i + 1]);
        return source;
    }
}
