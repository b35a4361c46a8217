// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeedTest {
    private static final Reveal ANNA = new Reveal("panel-7", "anna", "11".repeat(32));
    private static final Reveal BRAM = new Reveal("panel-7", "bram", "22".repeat(32));
    private static final Map<String, String> COMMITTED = Map.of("anna", ANNA.commitment(), "bram", BRAM.commitment());

    @Test
    void isMadeOfAllValuesInWhateverOrderTheyCome() {
        assertThat(Seed.of(COMMITTED, List.of(ANNA, BRAM))).isEqualTo(Seed.of(COMMITTED, List.of(BRAM, ANNA)));
    }

    @Test
    void oneOtherValueMakesAnotherSeed() {
        var other = new Reveal("panel-7", "bram", "23" + "22".repeat(31));
        var committed = Map.of("anna", ANNA.commitment(), "bram", other.commitment());

        assertThat(Seed.of(committed, List.of(ANNA, other))).isNotEqualTo(Seed.of(COMMITTED, List.of(ANNA, BRAM)));
    }

    @Test
    void nobodyCanLeaveTheirValueOut() {
        assertThatThrownBy(() -> Seed.of(COMMITTED, List.of(ANNA))).hasMessage("not revealed: bram");
    }

    @Test
    void nobodyCanRevealWhatTheyHadNotCommittedTo() {
        var changed = new Reveal("panel-7", "bram", "33".repeat(32));

        assertThatThrownBy(() -> Seed.of(COMMITTED, List.of(ANNA, changed))).hasMessageContaining("bram revealed");
        assertThatThrownBy(() ->
                        Seed.of(COMMITTED, List.of(ANNA, BRAM, new Reveal("panel-7", "carl", "44".repeat(32)))))
                .hasMessageContaining("carl revealed");
    }

    @Test
    void aCommitmentHoldsForOneDrawAndOneValidator() {
        assertThat(new Reveal("panel-8", "anna", ANNA.value()).matches(ANNA.commitment()))
                .isFalse();
        assertThat(new Reveal("panel-7", "bram", ANNA.value()).matches(ANNA.commitment()))
                .isFalse();
        assertThat(ANNA.matches(ANNA.commitment())).isTrue();
    }
}
