// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.Copeland.Scale;
import org.folkmoot.policy.InvalidChoice;
import org.junit.jupiter.api.Test;

class CopelandTest extends DuellingContract<Copeland.Settings> {
    @Override
    protected Copeland plugin() {
        return new Copeland();
    }

    @Override
    protected List<Copeland.Settings> settings() {
        return List.of(with(false, Scale.POINTS), with(true, Scale.POWER), with(false, Scale.POWER));
    }

    private Copeland.Settings with(boolean complete, Scale scale) {
        return new Copeland.Settings(
                Optional.of(Unranked.LAST),
                Optional.of(complete),
                Optional.of(scale),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void twoForADuelWonAndOneForATie() {
        var result = count(plugin(), with(false, Scale.POINTS), ranked(1, "ABCDE"), ranked(1, "BACDE"));

        assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 7, B 7, C 4, D 2, E 0"));
        assertThat(result.rounds().getFirst().words())
                .isEqualTo("Ranking: A = B, C, D, E. Tied: A, B. By the order of the options.");
        assertThat(result.counts()).isEqualTo(Choices.powers("ballots 2, blank 0, total 2, winner 1"));
        assertThat(result.words()).isEqualTo("A wins; 1 of 2 prefer A to B.");
    }

    @Test
    void mayAskForCompleteRankings() {
        assertThatThrownBy(() -> plugin().check(ranked(1, "AB").choice(), FIVE, with(true, Scale.POINTS)))
                .isInstanceOf(InvalidChoice.class)
                .hasMessage("The choice must rank every option, each at a rank of its own.");
    }
}
