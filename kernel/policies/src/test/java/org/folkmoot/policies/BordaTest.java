// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BordaTest extends DuellingContract<Borda.Settings> {
    @Override
    protected Borda plugin() {
        return new Borda();
    }

    @Override
    protected List<Borda.Settings> settings() {
        return List.of(with(Borda.Blank.NOTHING), with(Borda.Blank.MEAN));
    }

    private Borda.Settings with(Borda.Blank blank) {
        return new Borda.Settings(
                Optional.of(blank), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void aBlankBallotGivesNothingOrTheSameToAll() {
        var blank = ranked(2, "");

        assertThat(count(plugin(), with(Borda.Blank.NOTHING), blank).winners()).isEmpty();
        assertThat(count(plugin(), with(Borda.Blank.MEAN), blank)
                        .rounds()
                        .getFirst()
                        .tally())
                .isEqualTo(Choices.powers("A 60, B 60, C 60, D 60, E 60"));
    }

    @Test
    void thoseOnOneRankShareTheMeanOfTheirPlaces() {
        var result = count(plugin(), settings().getFirst(), ranked(1, "BA"));

        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 40, B 50, C 20, D 20, E 20"));
        assertThat(result.words()).isEqualTo("The winner is B with 5.");
    }
}
