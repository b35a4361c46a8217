// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeededDrawsTest {
    private static final List<Long> SEEDS = List.of(0L, 1L, 12_345L, -7L, Long.MAX_VALUE, Long.MIN_VALUE);

    @Test
    void drawsPlacesAsTheGeneratorOfTheJdk() {
        for (var seed : SEEDS) {
            var draws = new SeededDraws(seed);
            var random = new Random(seed);
            for (var size = 1; size < 200; size++) {
                assertThat(draws.place(size)).isEqualTo((int) Math.floor(random.nextDouble() * size));
            }
        }
    }

    @Test
    void shufflesAsTheJdkDoes() {
        for (var seed : SEEDS) {
            var names = new ArrayList<>(List.of("A", "B", "C", "D", "E", "F", "G", "H", "I"));
            var same = new ArrayList<>(names);

            new SeededDraws(seed).shuffle(names);
            Collections.shuffle(same, new Random(seed));

            assertThat(names).isEqualTo(same);
        }
    }
}
