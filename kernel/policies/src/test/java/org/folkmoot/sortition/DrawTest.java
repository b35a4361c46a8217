// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final Person ANN = new Person("ann", Map.of("age", "old"));
    private static final Person BEN = new Person("ben", Map.of("age", "young"));
    private static final Quotas QUOTAS =
            Quotas.NONE.with("age", "old", new Quotas.Bounds(1, 1)).with("age", "young", new Quotas.Bounds(0, 1));

    @Test
    void itSaysEverythingThatThePanelDependsOn() {
        assertThat(draw(List.of(BEN, ANN), List.of()).said())
                .isEqualTo(Map.of(
                        "draw",
                        "A jury",
                        "seats",
                        1L,
                        "pool",
                        Map.of("ann", Map.of("age", "old"), "ben", Map.of("age", "young")),
                        "quotas",
                        Map.of("age", Map.of("old", List.of(1L, 1L), "young", List.of(0L, 1L)))));
    }

    @Test
    void whoMakesTheSeedIsSaidInOrderIfItIsSaidAtAll() {
        assertThat(draw(List.of(ANN), List.of("cat", "ann")).said()).containsEntry("committers", List.of("ann", "cat"));
        assertThat(draw(List.of(ANN), List.of()).said()).doesNotContainKey("committers");
    }

    @Test
    void nobodyIsInThePoolTwice() {
        assertThatThrownBy(() -> draw(List.of(ANN, ANN), List.of()).said()).hasMessage("ann is in the pool twice");
    }

    @Test
    void aValueOfOneRoundIsNoneOfAnother() {
        assertThat(Draw.round("d", 1)).isEqualTo("d");
        assertThat(Draw.round("d", 2)).isEqualTo("d/2");
        assertThatThrownBy(() -> Draw.round("d", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Draw draw(List<Person> pool, List<String> committers) {
        return new Draw("A jury", 1, pool, QUOTAS, new TreeSet<>(committers));
    }
}
