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
 */
public record Facts(
        long ballots, Map<String, BigInteger> counts, BigInteger rollPower, long rollMembers, List<String> winners) {
    public Facts {
        counts = Ordered.copy(counts);
        winners = List.copyOf(winners);
    }

    /** Puts a result beside the roll that it came from. */
    public static Facts of(Result result, BigInteger rollPower, long rollMembers) {
        return new Facts(result.ballots(), result.counts(), rollPower, rollMembers, result.winners());
    }
}
