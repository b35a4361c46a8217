// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class StarTest extends ChoosingContract<Star.Settings> {
    @Override
    protected Star plugin() {
        return new Star();
    }

    @Override
    protected List<Star.Settings> settings() {
        return List.of(with(1, TieRule.ORDER), with(2, TieRule.NOBODY));
    }

    private Star.Settings with(long seats, TieRule tie) {
        return new Star.Settings(Optional.of(5L), Optional.of(seats), Optional.of(tie), Optional.empty());
    }

    @Override
    protected Object choice(Random random, Star.Settings settings) {
        return weights(some(random), random, 6);
    }

    @Override
    protected List<Object> invalidChoices() {
        return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of("0", 6L), Map.of("0", "1")))
                .toList();
    }

    @Test
    void whomMorePreferWinsTheRunoff() {
        var ballots = new Counted[] {one(Map.of("0", 5L, "1", 1L), 2), one(Map.of("1", 5L, "0", 4L), 3)};

        var result = count(plugin(), with(1, TieRule.ORDER), ballots);

        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 22, B 17, C 0, D 0"));
        assertThat(result.rounds().getLast().tally()).isEqualTo(Choices.powers("A 2, B 3"));
        assertThat(result.winners()).containsExactly("B");
        assertThat(result.counts()).isEqualTo(Choices.powers("ballots 5, blank 0, total 5, winner 3"));
        assertThat(result.words()).isEqualTo("B wins; in the first runoff 3 of 5 prefer B.");
    }

    @Test
    void twoMeetSoATieCannotBeAll() {
        assertThatThrownBy(() -> with(1, TieRule.ALL)).hasMessage("two meet in a runoff: tie cannot be all");
    }

    @Test
    void nobodyTakesThePlaceOfThoseWhoAreTiedForIt() {
        var ballots = new Counted[] {one(Map.of("0", 5L, "1", 4L, "2", 4L, "3", 1L), 2)};

        var result = count(plugin(), with(1, TieRule.NOBODY), ballots);

        assertThat(result.winners()).isEmpty();
        assertThat(result.rounds()).hasSize(1);
        assertThat(result.rounds().getFirst().words()).startsWith("Tied: B, C.");
    }

    @Test
    void levelSumsAreDecidedByHowOftenBallotsPreferOneToAnother() {
        // Each of B, C and D beats one of the others; of their 15 comparisons 6 prefer B, 4 C and 5 D.
        var ballots = new Counted[] {
            one(Map.of("0", 5L, "1", 4L, "2", 3L, "3", 2L), 2),
            one(Map.of("0", 5L, "1", 1L, "3", 2L), 2),
            one(Map.of("0", 5L, "2", 4L, "3", 2L), 1)
        };

        var result = count(plugin(), with(1, TieRule.NOBODY), ballots);

        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 25, B 10, C 10, D 10"));
        assertThat(result.rounds().getLast().tally().keySet()).containsExactly("A", "B");
    }

    @Test
    void whomNobodyGivesAnythingMayMeetButCannotWin() {
        var one = count(plugin(), with(2, TieRule.ORDER), one(Map.of("0", 5L), 2));

        assertThat(one.rounds().get(1).tally()).isEqualTo(Choices.powers("A 2, B 0"));
        assertThat(one.winners()).containsExactly("A");
    }
}
