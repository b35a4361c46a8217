// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkewTest {
    @ParameterizedTest
    @CsvSource({"-5001, false", "-5000, true", "-4999, true", "0, true", "4999, true", "5000, true", "5001, false"})
    void isToleratedUpToTheLimitEitherWay(long millis, boolean tolerable) {
        assertThat(skew(millis).isTolerable()).isEqualTo(tolerable);
    }

    @Test
    void saysWhichClockIsWhere() {
        assertThat(skew(6_000).words())
                .isEqualTo("the clock here is PT6S ahead of that of the database, and may be PT5S");
        assertThat(skew(-6_000).words())
                .isEqualTo("the clock here is PT6S behind that of the database, and may be PT5S");
    }

    private static Skew skew(long millis) {
        return new Skew(Duration.ofMillis(millis), Duration.ofSeconds(5));
    }
}
