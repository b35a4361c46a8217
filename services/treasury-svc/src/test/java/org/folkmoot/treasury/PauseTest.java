// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseTest {
    private static final int DRAWS = 1000;

    @ParameterizedTest
    @CsvSource({
        "AFTER_FAULT, 1, 1",
        "AFTER_FAULT, 2, 2",
        "AFTER_FAULT, 12, 2048",
        "AFTER_FAULT, 13, 4096",
        "AFTER_FAULT, 14, 4096",
        "AFTER_FAULT, 2147483647, 4096",
        "AFTER_CONTENTION, 1, 1",
        "AFTER_CONTENTION, 6, 32",
        "AFTER_CONTENTION, 7, 64",
        "AFTER_CONTENTION, 8, 64"
    })
    void itIsTwiceAsLongEachTimeUpToALongestAndAFifthAtMostIsAdded(Pause pause, int tries, long seconds) {
        var random = new SplittableRandom(20261127);
        var least = Duration.ofSeconds(seconds);
        for (int i = 0; i < DRAWS; i++)
            assertThat(pause.after(tries, random)).isBetween(least, least.plus(least.dividedBy(5)));
    }

    @Test
    void whatMetComesBackApart() {
        var random = new SplittableRandom(20261128);

        assertThat(pause(random)).isNotEqualTo(pause(random));
    }

    private static Duration pause(SplittableRandom random) {
        return Pause.AFTER_CONTENTION.after(7, random);
    }
}
