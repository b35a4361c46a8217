// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.treasury.enacting.Waiting.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a later version kept is shown by this one. */
class LaterVersionTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void everyReasonIsReadAsItIsWritten(Why why) {
        assertThat(Why.of(why.word())).isEqualTo(why);
    }

    @Test
    void aReasonOfALaterVersionIsUnreadable() {
        assertThat(Why.of("weather")).isEqualTo(Why.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"0, commit", "4, settle", "5, other", "6, other"})
    void aTurnOfALaterVersionIsAnotherStep(int turn, String step) {
        var waiting = new Waiting(1, "", "", turn, Optional.empty(), Why.of("weather"), NOON, 0, 0, NOON, "");

        assertThat(WaitingView.of(waiting).step()).isEqualTo(step);
    }
}
