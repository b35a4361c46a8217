// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.RankedPairs.EqualDuels;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class RankedPairsTest extends DuellingContract<RankedPairs.Settings> {
    @Override
    protected RankedPairs plugin() {
        return new RankedPairs();
    }

    @Override
    protected List<RankedPairs.Settings> settings() {
        return List.of(
                with(Strength.WINNING_VOTES, EqualDuels.TOGETHER),
                with(Strength.MARGINS, EqualDuels.TOGETHER),
                with(Strength.MARGINS, EqualDuels.ORDER));
    }

    private RankedPairs.Settings with(Strength strength, EqualDuels equal) {
        return new RankedPairs.Settings(
                Optional.of(strength),
                Optional.of(equal),
                Optional.of(Unranked.LAST),
                Optional.empty(),
                Optional.of(TieRule.ALL),
                Optional.empty());
    }

    @Test
    void equallyStrongDuelsInACircleAreLeftOutTogetherOrTakenInOrder() {
        var circle = new Counted[] {ranked(1, "ABC"), ranked(1, "BCA"), ranked(1, "CAB")};

        assertThat(count(plugin(), with(Strength.MARGINS, EqualDuels.TOGETHER), circle)
                        .winners())
                .containsExactly("A", "B", "C");
        assertThat(count(plugin(), with(Strength.MARGINS, EqualDuels.ORDER), circle)
                        .winners())
                .containsExactly("A");
    }
}
