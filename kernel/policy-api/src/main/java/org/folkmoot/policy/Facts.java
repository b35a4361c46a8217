// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Everything that a decision rule may look at.
 *
 * @param ballots how many ballots were counted, whatever power they carry
 * @param counts voting power by name, as the voting method counted it
 * @param rollPower the power of everybody on the roll, voted or not
 * @param rollMembers how many are on the roll
 * @param winners the options that won, if the method has options
 * @param measures other quantities that were frozen with the roll, by name, such as the {@code supply} of an asset
 * @param rates shares that a threshold may follow, by name: {@value #ELAPSED}, and the trends of the policy
 */
public record Facts(
        long ballots,
        Map<String, BigInteger> counts,
        BigInteger rollPower,
        long rollMembers,
        List<String> winners,
        Map<String, BigInteger> measures,
        Map<String, Fraction> rates) {
    /** The rate that says how much of the voting period is over: 0 at the opening, 1 at the deadline and after it. */
    public static final String ELAPSED = "elapsed";

    /** The rate that says what part of the roll's power the conviction for a proposal has come to: see {@link Growth}. */
    public static final String CONVICTION = "conviction";

    /** The measure that says how much a proposal takes out of the fund that a rule names, in minor units. */
    public static final String ASKED = "asked";

    /** The measure that says how much there was in that fund when the roll was frozen, in minor units. */
    public static final String FUNDS = "funds";

    public Facts {
        counts = Ordered.copy(counts);
        winners = List.copyOf(winners);
        measures = Ordered.copy(measures);
        rates = Ordered.copy(rates);
    }

    /** Makes facts with nothing but the ballots and the roll. */
    public Facts(
            long ballots,
            Map<String, BigInteger> counts,
            BigInteger rollPower,
            long rollMembers,
            List<String> winners) {
        this(ballots, counts, rollPower, rollMembers, winners, Map.of(), Map.of());
    }

    /** Puts a result beside the roll that it came from. */
    public static Facts of(Result result, BigInteger rollPower, long rollMembers) {
        return new Facts(result.ballots(), result.counts(), rollPower, rollMembers, result.winners());
    }

    /** The same ballots beside what was measured when the roll was frozen, and the rates of the moment. */
    public Facts with(Map<String, BigInteger> measured, Map<String, Fraction> rated) {
        return new Facts(ballots, counts, rollPower, rollMembers, winners, measured, rated);
    }

    /** The same roll with other counts. */
    public Facts counting(Map<String, BigInteger> other) {
        return new Facts(ballots, other, rollPower, rollMembers, winners, measures, rates);
    }
}
