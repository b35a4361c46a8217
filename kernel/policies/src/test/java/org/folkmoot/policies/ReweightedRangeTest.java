// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class ReweightedRangeTest extends ChoosingContract<ReweightedRange.Settings> {
    @Override
    protected ReweightedRange plugin() {
        return new ReweightedRange();
    }

    @Override
    protected List<ReweightedRange.Settings> settings() {
        return List.of(with(1), with(3));
    }

    private ReweightedRange.Settings with(long seats) {
        return new ReweightedRange.Settings(
                Optional.empty(), Optional.of(seats), Optional.of(2L), Optional.empty(), Optional.empty());
    }

    @Override
    protected Object choice(Random random, ReweightedRange.Settings settings) {
        return weights(some(random), random, 6);
    }

    @Override
    protected List<Object> invalidChoices() {
        return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of("0", 6L), Map.of("0", "1")))
                .toList();
    }

    @Test
    void whoHasASeatWeighsLess() {
        var ballots = new Counted[] {one(Map.of("0", 5L, "1", 5L), 3), one(Map.of("2", 5L), 2)};

        var result = count(plugin(), with(2), ballots);

        assertThat(result.winners()).containsExactly("A", "C");
        assertThat(result.rounds().getLast().tally()).isEqualTo(Choices.powers("B 750, C 1000, D 0"));
    }
}
