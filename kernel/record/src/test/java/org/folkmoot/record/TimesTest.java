// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:00:00.000Z",
                "1970-01-01T00:00:00.001Z",
                "2024-02-29T23:59:59.999Z",
                "0000-01-01T00:00:00.000Z",
                "9999-12-31T23:59:59.999Z"
            })
    void aTimeHasOneSpelling(String text) {
        assertThat(Times.text(Times.parse(text))).isEqualTo(text);
        assertThat(Times.parse(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-20T10:00:00Z",
                "2026-11-20T10:00:00.00Z",
                "2026-11-20T10:00:00.0000Z",
                "2026-11-20T10:00:00.000z",
                "2026-11-20t10:00:00.000Z",
                "2026-11-20 10:00:00.000Z",
                "2026-02-29T10:00:00.000Z",
                "2026-11-31T10:00:00.000Z",
                "2026-11-20T24:00:00.000Z",
                "2026-11-20T10:60:00.000Z",
                "2026-11-20T10:00:60.000Z",
                "2026-13-20T10:00:00.000Z",
                "2026-11-20T10:00:00.000+",
                "+026-11-20T10:00:00.000Z",
                "-026-11-20T10:00:00.000Z",
                "2026-11-20T10:00:00,000Z"
            })
    void otherSpellingsAreRefused(String text) {
        assertThatThrownBy(() -> Times.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partsOfMillisecondsAndFarYearsHaveNoSpelling() {
        assertThatThrownBy(() -> Times.text(Instant.ofEpochSecond(1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Times.text(Instant.parse("+10000-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Times.text(Instant.parse("-0001-01-01T00:00:00Z")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
