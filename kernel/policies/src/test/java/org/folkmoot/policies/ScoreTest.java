// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScoreTest extends ChoosingContract<Score.Settings> {
    @Override
    protected Score plugin() {
        return new Score();
    }

    @Override
    protected List<Score.Settings> settings() {
        return List.of(
                new Score.Settings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Score.Settings(
                        Optional.of(10L), Optional.of(10L), Optional.of(2L), Optional.empty(), Optional.empty()));
    }

    @Override
    protected Object choice(Random random, Score.Settings settings) {
        return weights(some(random).limit(2), random, 6);
    }

    @Override
    protected List<Object> invalidChoices() {
        return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of("0", 11L), Map.of("0", "1")))
                .toList();
    }

    @Test
    void addsScoresTimesPower() {
        var result = count(plugin(), settings().getFirst(), one(Map.of("0", 5L, "1", 4L), 2), one(Map.of("1", 3L), 1));

        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 10, B 11, C 0, D 0"));
        assertThat(result.winners()).containsExactly("B");
    }

    @Test
    void aBudgetBoundsWhatIsHandedOut() {
        var dots = settings().getLast();
        plugin().check(Map.of("0", 6L, "1", 4L), FOUR, dots);

        assertThatThrownBy(() -> plugin().check(Map.of("0", 7L, "1", 4L), FOUR, dots))
                .hasMessage("The scores add up to 11; at most 10 may be given.");
    }
}
