// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a proposal may say, and which of its actions a result orders. */
class ContentTest {
    private static final List<Map<String, Object>> ACTIONS = List.of(
            Map.of("type", "a", "option", "Bridge"), Map.of("type", "b"), Map.of("type", "c", "option", "School"));

    @Test
    void anActionOfAnOptionThatLostIsSkipped() {
        var content = new Content("What to build", "", List.of("Bridge", "School"), ACTIONS);

        assertThat(content.ordered(List.of("School"))).containsExactly(1, 2);
        assertThat(content.ordered(List.of())).containsExactly(1);
        assertThat(content.ordered(List.of("School", "Bridge"))).containsExactly(0, 1, 2);
    }

    @Test
    void theOptionsFitTogetherIntoTheDefinitionOfAPoll() {
        var options = IntStream.range(0, 200)
                .mapToObj(i -> i + "\uD83D\uDEA3".repeat(190))
                .toList();

        assertThatThrownBy(() -> new Content("What to build", "", options, List.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new Refusal.ContentInvalid("options", "together larger than 49152 bytes")));
    }
}
