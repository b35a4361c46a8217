// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

/** Ballots move between groups and none gets lost. */
class GroupsTest {
    private final Groups groups = new Groups(true);

    @Test
    void aGroupIsAChoiceWithItsBallotsAndTheirPower() {
        groups.add("\"for\"", 2, BigInteger.valueOf(5));
        groups.add("[[1],[0]]", 1, BigInteger.ONE);
        groups.add("\"for\"", 1, BigInteger.TWO);

        assertThat(groups.counted())
                .containsExactlyInAnyOrder(
                        new Counted("for", 3, BigInteger.valueOf(7)),
                        new Counted(List.of(List.of(1L), List.of(0L)), 1, BigInteger.ONE));
        assertThat(groups.ballots()).isEqualTo(4);
    }

    @Test
    void aBallotThatIsReplacedLeavesItsGroup() {
        groups.add("\"for\"", 1, BigInteger.TWO);

        groups.add("\"against\"", 1, BigInteger.TWO);
        groups.add("\"for\"", -1, BigInteger.TWO.negate());

        assertThat(groups.counted()).containsExactly(new Counted("against", 1, BigInteger.TWO));
        assertThat(groups.size()).isEqualTo(1);
    }

    @Test
    void ballotsOfDifferentPowerStayApartWhereAMethodAsks() {
        var apart = new Groups(false);
        apart.add("\"for\"", 2, BigInteger.valueOf(6));
        apart.add("\"for\"", 1, BigInteger.TWO);
        apart.add("\"for\"", -1, BigInteger.valueOf(-3));

        assertThat(apart.counted())
                .containsExactlyInAnyOrder(
                        new Counted("for", 1, BigInteger.valueOf(3)), new Counted("for", 1, BigInteger.TWO));
    }

    @Test
    void noGroupHasFewerBallotsThanNoneInTheEnd() {
        groups.add("\"for\"", -1, BigInteger.ONE.negate());

        assertThatThrownBy(groups::counted).isInstanceOf(IllegalStateException.class);

        groups.add("\"for\"", 1, BigInteger.TWO);
        assertThatThrownBy(groups::counted).isInstanceOf(IllegalStateException.class);

        groups.add("\"for\"", 1, BigInteger.ONE);
        assertThat(groups.counted()).containsExactly(new Counted("for", 1, BigInteger.TWO));
    }
}
