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

class QuadraticTest extends ChoosingContract<Quadratic.Settings> {
    @Override
    protected Quadratic plugin() {
        return new Quadratic();
    }

    @Override
    protected List<Quadratic.Settings> settings() {
        return List.of(with(18), with(0));
    }

    private Quadratic.Settings with(long decimals) {
        return new Quadratic.Settings(Optional.of(decimals), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    protected Object choice(Random random, Quadratic.Settings settings) {
        return weights(some(random), random, 20);
    }

    @Override
    protected List<Object> invalidChoices() {
        return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of(), Map.of("0", 0L)))
                .toList();
    }

    @Test
    void manyWithLittleOutweighOneWithMuch() {
        var ballots = new Counted[] {one(Map.of("0", 1L), 100), new Counted(Map.of("1", 1L), 20, big(20))};

        var result = count(plugin(), with(0), ballots);

        // 100 against 20² = 400, so a fifth and four fifths of 120
        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 24, B 96, C 0, D 0"));
    }

    @Test
    void aGroupOfUnequalBallotsCannotBeCounted() {
        var uneven = new Counted(Map.of("0", 1L), 2, big(5));

        assertThatThrownBy(() -> count(plugin(), with(0), uneven))
                .hasMessage("2 ballots with power 5 have not the same power each");
    }
}
