// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueActionTest {
    @Test
    void saysWhatTypeAnActionIsOf() {
        assertThat(DueAction.of(due("{\"type\":\"role.draw\"}")).orElseThrow().type())
                .isEqualTo("role.draw");
        assertThat(DueAction.of(due("{\"type\":1}")).orElseThrow().type()).isEmpty();
        assertThat(DueAction.of(due("{}")).orElseThrow().type()).isEmpty();
        assertThat(DueAction.of(due("[]"))).isEmpty();
    }

    /** What fits into one act fits with the places of its actions, too. */
    @ParameterizedTest
    @ValueSource(
            ints = {StrictJson.MAX_BYTES, StrictJson.MAX_BYTES + 1, DueAction.MOST_BYTES - 1, DueAction.MOST_BYTES})
    void readsWhatIsDueTogether(int bytes) {
        assertThat(DueAction.of(due(together(bytes))).orElseThrow().type()).isEqualTo(EnactmentDueV1.TOGETHER);
    }

    @Test
    void refusesWhatNoProposalHas() {
        assertThatThrownBy(() -> DueAction.of(due(together(DueAction.MOST_BYTES + 1))))
                .isInstanceOf(Malformed.class);
    }

    private static String together(int bytes) {
        var empty = "{\"actions\":[\"\"],\"type\":\"together\"}";
        return empty.replace("[\"", "[\"" + "a".repeat(bytes - empty.length()));
    }

    private static EnactmentDueV1 due(String action) {
        var hash = Hash.ZERO.hex();
        return new EnactmentDueV1(hash, hash, hash, 0, 1, action, Instant.EPOCH);
    }
}
