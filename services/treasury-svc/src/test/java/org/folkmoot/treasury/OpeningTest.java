// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What accounts held elsewhere is brought in whole, once, and under the cap. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OpeningTest {
    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found(Town.text().replace(", opening: \"1000.00\"", "").replace(", opening: \"200.00\"", ""));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "64, 1", "65, 2", "130, 3"})
    void asManyAsAreSaidAreOpenedAndInTheJournal(int count, int transactions) {
        var decision = Decision.in(town);

        var answer = decision.enact(1, opening(count, "1.00"));
        News.tell(Topics.PROPOSALS, decision.due(1, opening(count, "1.00")));

        assertThat(answer).isInstanceOf(ActionEnactedV1.class);
        assertThat(News.await(town.community().hex(), EnactmentEvent.class, 2)).containsOnly(answer);
        town.expectBalance("issuance/SKR", "-" + count + ".00");
        town.expectBalance(account(count - 1), "1.00");
        town.get("/journal/csv").statusCode(200);
        assertThat(town.get("/transfers?limit=200")
                        .extract()
                        .<String>path("items.findAll { it.code == 'opening' && it.asset == 'SKR' }"
                                + ".collect { it.transfer }.unique().size().toString()"))
                .isEqualTo(String.valueOf(transactions));
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @ParameterizedTest
    @CsvSource({"0.44, true", "0.45, true", "0.46, false"})
    void allAreUnderTheCapOrNoneIsOpened(String last, boolean opened) {
        // 65 × 23.07 is 1499.55, and the cap is 1500.00.
        var answer = Decision.in(town).enact(1, opening(65, "23.07", last));

        assertThat(answer instanceof ActionEnactedV1).isEqualTo(opened);
        if (!opened) {
            assertThat(((ActionFailedV1) answer).reason()).isEqualTo("insufficient-funds");
            town.expectBalance("issuance/SKR", "0.00");
            town.get("/accounts/" + account(0)).statusCode(404);
        }
    }

    @Test
    void afterAnythingWasIssuedItIsTooLateForGood() {
        Decision.in(town).enact(1, opening(1, "1.00"));
        var second = Decision.in(town);

        var late = second.enact(1, opening(2, "1.00"));
        News.tell(Topics.PROPOSALS, second.due(1, opening(2, "1.00")));

        assertThat(((ActionFailedV1) late).reason()).isEqualTo("opening-late");
        assertThat(((ActionFailedV1) late).detail()).isEqualTo("Of SKR, something was issued already.");
        assertThat(News.await(town.community().hex(), EnactmentEvent.class, 3).subList(1, 3))
                .containsOnly(late);
        town.get("/transfers").body("items.findAll { it.asset == 'SKR' }", hasSize(1));
    }

    @Test
    void anAssetWithOpeningBalancesInTheConstitutionHasThoseAlone() {
        var opened = Town.found();

        var late = Decision.in(opened).enact(1, opening(1, "1.00"));

        assertThat(((ActionFailedV1) late).reason()).isEqualTo("opening-late");
        opened.get("/accounts/issuance/SKR").body("holdings[0].balance", equalTo("-1200.00"));
    }

    private static String account(int number) {
        return "member/" + "%064x".formatted(number);
    }

    private static Map<String, Object> opening(int count, String each) {
        return action(IntStream.range(0, count)
                .mapToObj(number -> Map.of("to", account(number), "amount", each))
                .toList());
    }

    private static Map<String, Object> opening(int count, String each, String last) {
        return action(IntStream.rangeClosed(0, count)
                .mapToObj(number -> Map.of("to", account(number), "amount", number == count ? last : each))
                .toList());
    }

    /** That the sum is right is seen when it is proposed. */
    private static Map<String, Object> action(List<Map<String, String>> balances) {
        return Map.of("type", "treasury.open", "asset", "SKR", "amount", "1.00", "balances", balances);
    }
}
