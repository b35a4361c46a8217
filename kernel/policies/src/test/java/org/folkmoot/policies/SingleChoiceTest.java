// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class SingleChoiceTest extends ChoosingContract<SingleChoice.Settings> {
    @Override
    protected SingleChoice plugin() {
        return new SingleChoice();
    }

    @Override
    protected List<SingleChoice.Settings> settings() {
        return List.of(
                with(1, TieRule.ORDER, ""),
                with(2, TieRule.LOT, "seed"),
                with(2, TieRule.ALL, ""),
                with(3, TieRule.NOBODY, ""));
    }

    private SingleChoice.Settings with(long seats, TieRule tie, String seed) {
        return new SingleChoice.Settings(
                Optional.of(seats), Optional.of(tie), Optional.of(seed).filter(text -> !text.isEmpty()));
    }

    @Override
    protected Object choice(Random random, SingleChoice.Settings settings) {
        return (long) random.nextInt(4);
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of("A", "0", -1L, 4L, (1L << 32) + 1, List.of(0L), Map.of("0", 1L), true);
    }

    @Test
    void aTieIsDecidedAsThePolicySays() {
        var ballots = new Counted[] {one(3L, 5), one(2L, 7), one(0L, 5), one(1L, 5)};

        assertThat(count(plugin(), with(2, TieRule.ORDER, ""), ballots).winners())
                .containsExactly("C", "A");
        assertThat(count(plugin(), with(2, TieRule.ALL, ""), ballots).winners()).containsExactly("C", "A", "B", "D");
        assertThat(count(plugin(), with(2, TieRule.NOBODY, ""), ballots).winners())
                .containsExactly("C");
        assertThat(count(plugin(), with(2, TieRule.LOT, "x"), ballots).winners())
                .containsExactly("C", "B");
        assertThat(count(plugin(), with(4, TieRule.NOBODY, ""), ballots).winners())
                .containsExactly("C", "A", "B", "D");
    }

    @Test
    void whoHasNothingNeverWins() {
        var result = count(plugin(), with(3, TieRule.ORDER, ""), one(2L, 7), one(0L, 0));

        assertThat(result.winners()).containsExactly("C");
        assertThat(result.counts()).isEqualTo(Choices.powers("ballots 7, blank 0, total 7, winner 7"));
        assertThat(result.words()).isEqualTo("The winner is C with 7.");
    }
}
