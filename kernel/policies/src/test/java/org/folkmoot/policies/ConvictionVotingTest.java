// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;

class ConvictionVotingTest {
    private static final Fraction NOTHING = Fraction.of(0, 1);
    private static final ConvictionVoting VOTING =
            new ConvictionVoting(Fraction.of(9, 10), Fraction.of(1, 5), Fraction.of(1, 500), Fraction.of(1, 5));

    @Test
    void growsBlockByBlock() {
        assertThat(conviction(NOTHING, 1_000, 0)).isEqualByComparingTo(NOTHING);
        assertThat(conviction(NOTHING, 1_000, 1)).isEqualByComparingTo(Fraction.of(1_000, 1));
        assertThat(conviction(NOTHING, 1_000, 2)).isEqualByComparingTo(Fraction.of(1_900, 1));
    }

    @Test
    void givesTheSameInOneStepAndInMany() {
        var stepwise = NOTHING;
        for (var block = 0; block < 41; block++) {
            stepwise = conviction(stepwise, 1_000, 1);
        }

        assertThat(stepwise).isEqualByComparingTo(conviction(NOTHING, 1_000, 41));
    }

    @Test
    void fadesWhenTheStakeIsTakenBack() {
        assertThat(conviction(Fraction.of(1_000, 1), 0, 2)).isEqualByComparingTo(Fraction.of(810, 1));
    }

    @Test
    void asksForMoreTheLargerThePartOfTheFunds() {
        assertThat(threshold(1_000, 10_000)).isEqualTo("11250");
        assertThat(threshold(2_999, 10_000)).isEqualTo("45000000000");
        assertThat(VOTING.threshold(number(3_000), number(15_000), number(10_000), number(45_000)))
                .isEmpty();
        assertThat(VOTING.threshold(number(1), number(0), number(10_000), number(45_000)))
                .isEmpty();
    }

    @Test
    void countsAtLeastAPartOfTheSupplyAsStaked() {
        assertThat(threshold(1_000, 9_001)).isEqualTo("81009/8");
        assertThat(threshold(1_000, 9_000)).isEqualTo("10125");
        assertThat(threshold(1_000, 8_999)).isEqualTo("10125");
    }

    @Test
    void refusesThatNothingFades() {
        assertThatThrownBy(() -> new ConvictionVoting(Fraction.of(1, 1), NOTHING, NOTHING, NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> conviction(NOTHING, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String threshold(long requested, long staked) {
        return VOTING.threshold(number(requested), number(15_000), number(staked), number(45_000))
                .orElseThrow()
                .toString();
    }

    private static Fraction conviction(Fraction before, long stake, long blocks) {
        return VOTING.conviction(before, number(stake), blocks);
    }

    private static BigInteger number(long number) {
        return BigInteger.valueOf(number);
    }
}
