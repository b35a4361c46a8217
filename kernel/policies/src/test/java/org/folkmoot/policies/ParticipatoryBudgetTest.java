// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policies.ParticipatoryBudget.Settings;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipatoryBudgetTest extends ChoosingContract<Settings> {
    @Override
    protected ParticipatoryBudget plugin() {
        return new ParticipatoryBudget();
    }

    @Override
    protected List<Settings> settings() {
        return Stream.of(BudgetRule.values()).map(rule -> with(10, rule)).toList();
    }

    private static Settings with(long budget, BudgetRule rule) {
        return new Settings(
                budget,
                List.of("6", "5", "4", "1"),
                Optional.of(rule),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(4L),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    protected Object choice(Random random, Settings settings) {
        return random.nextBoolean()
                ? some(random).boxed().toList()
                : weights(some(random).limit(2), random, 3);
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of("0", 0L, List.of("0"), List.of(4L), List.of(1L, 1L), Map.of("4", 1L), Map.of("0", 5L));
    }

    @ParameterizedTest
    @CsvSource({"9, A", "10, A C", "11, A B"})
    void whatNoLongerFitsIsPassedOver(long budget, String chosen) {
        var ballots = one(Map.of("0", 2L, "1", 1L), 3);
        var others = one(Map.of("2", 1L), 1);

        var result = count(plugin(), with(budget, BudgetRule.GREEDY_SKIP), ballots, others);

        assertThat(String.join(" ", result.winners())).isEqualTo(chosen);
        assertThat(result.words()).endsWith("chosen from the most points down, passing over what does not fit.");
    }

    @Test
    void equalSharesSpendOnEveryGroup() {
        var many = one(List.of(0L, 1L), 6);
        var few = one(List.of(2L), 4);

        assertThat(count(plugin(), with(10, BudgetRule.GREEDY_STOP), many, few).winners())
                .containsExactly("B");
        assertThat(count(plugin(), with(10, BudgetRule.EQUAL_SHARES), many, few).winners())
                .containsExactlyInAnyOrder("B", "C");
        assertThat(count(plugin(), with(10, BudgetRule.EQUAL_SHARES), many, few).counts())
                .isEqualTo(Choices.powers("ballots 10, blank 0, budget 10, spent 9"));
    }

    @Test
    void pointsAndCostsAreBounded() {
        var settings = with(10, BudgetRule.GREEDY_SKIP);

        assertThatThrownBy(() -> plugin().check(Map.of("0", 3L, "1", 2L), FOUR, settings))
                .isInstanceOf(InvalidChoice.class);
        assertThatThrownBy(() -> plugin().checkQuestion(Choices.among("A", "B"), settings))
                .isInstanceOf(InvalidQuestion.class)
                .hasMessage("There are 2 options and 4 costs.");
        assertThatThrownBy(() -> with(-1, BudgetRule.GREEDY_SKIP)).isInstanceOf(IllegalArgumentException.class);
    }
}
