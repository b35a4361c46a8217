// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 50",
        "499, 50",
        "500, 50",
        "510, 51",
        "4990, 499",
        "5000, 500",
        "5010, 500",
        "3600000, 500",
    })
    void theLongerItTakesTheSeldomerItAsks(long waited, long pause) {
        assertThat(Waiting.pause(Duration.ofMillis(waited))).isEqualTo(Duration.ofMillis(pause));
    }
}
