// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightedTest extends ChoosingContract<Weighted.Settings> {
    @Override
    protected Weighted plugin() {
        return new Weighted();
    }

    @Override
    protected List<Weighted.Settings> settings() {
        return List.of(with(0), with(18));
    }

    private Weighted.Settings with(long decimals) {
        return new Weighted.Settings(Optional.of(decimals), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    protected Object choice(Random random, Weighted.Settings settings) {
        return weights(some(random), random, 20);
    }

    @Override
    protected List<Object> invalidChoices() {
        return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of(), Map.of("0", 0L), Map.of("0", 10_001L)))
                .toList();
    }

    @Test
    void allThePowerIsSharedOut() {
        var thirds = Map.of("0", 1L, "1", 1L, "2", 1L);

        var whole = count(plugin(), with(0), one(thirds, 100));
        var exact = count(plugin(), with(2), one(thirds, 100));

        assertThat(whole.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 34, B 33, C 33, D 0"));
        assertThat(exact.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 3334, B 3333, C 3333, D 0"));
        assertThat(exact.words()).isEqualTo("The winner is A with 33.34.");
    }
}
