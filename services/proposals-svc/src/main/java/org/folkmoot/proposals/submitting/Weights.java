// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Consumer;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.ElectorateRule.Seat;
import org.folkmoot.policy.Voter;

/**
 * How much power one member of a roll has, and all of them together, with what a cap leaves of it.
 *
 * @param own the member's power; none for somebody who is not on the roll
 * @param all everybody's power
 */
record Weights(BigInteger own, BigInteger all) {
    /** Everybody who could be on a roll, as often as is asked. */
    @FunctionalInterface
    interface Voters {
        void each(Consumer<Voter> consumer);
    }

    /** Weighs a member, or throws {@link org.folkmoot.constitution.ExpressionFailed}. */
    static Weights of(String member, ElectorateRule rule, Voters voters) {
        var raw = of(member, rule, voters, Optional.empty());
        // A cap is a share of what all have before it.
        var most = rule.most(raw.all);
        return most.isEmpty() ? raw : of(member, rule, voters, most);
    }

    private static Weights of(String member, ElectorateRule rule, Voters voters, Optional<BigInteger> most) {
        var sums = new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO};
        voters.each(voter -> rule.seat(voter).map(seat -> seat.atMost(most)).ifPresent(seat -> {
            if (isOf(seat, member)) sums[0] = seat.power();
            sums[1] = sums[1].add(seat.power());
        }));
        return new Weights(sums[0], sums[1]);
    }

    private static boolean isOf(Seat seat, String member) {
        return seat.member().equals(member);
    }
}
