// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class CondorcetTest extends DuellingContract<Condorcet.Settings> {
    @Override
    protected Condorcet plugin() {
        return new Condorcet();
    }

    @Override
    protected List<Condorcet.Settings> settings() {
        return List.of(with(TieRule.NOBODY), with(TieRule.ORDER));
    }

    private Condorcet.Settings with(TieRule tie) {
        return new Condorcet.Settings(Optional.empty(), Optional.empty(), Optional.of(tie), Optional.empty());
    }

    @Test
    void nobodyWinsACircle() {
        var circle = new Counted[] {ranked(1, "ABC"), ranked(1, "BCA"), ranked(1, "CAB")};

        var result = count(plugin(), with(TieRule.NOBODY), circle);

        assertThat(result.winners()).isEmpty();
        assertThat(result.rounds().getFirst().words())
                .isEqualTo("Ranking: A = B = C, D = E. Tied: A, B, C. None of them wins.");
    }
}
