// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One round of a count.
 *
 * @param number from 1
 * @param tally the power that each continuing option holds
 * @param threshold what an option must hold to be elected
 * @param inactive the power that no longer counts, by reason
 * @param elected who was elected in this round
 * @param eliminated who was eliminated in this round
 * @param transfers where the power of each eliminated option went; {@code exhausted} is nowhere
 * @param words what a reader could not see from the numbers, such as how a tie was broken; else empty
 */
public record Round(
        int number,
        Map<String, BigInteger> tally,
        BigInteger threshold,
        Map<String, BigInteger> inactive,
        List<String> elected,
        List<String> eliminated,
        Map<String, Map<String, BigInteger>> transfers,
        String words) {
    public Round {
        tally = Ordered.copy(tally);
        inactive = Ordered.copy(inactive);
        elected = List.copyOf(elected);
        eliminated = List.copyOf(eliminated);
        var copies = new LinkedHashMap<String, Map<String, BigInteger>>();
        transfers.forEach((from, to) -> copies.put(from, Ordered.copy(to)));
        transfers = Ordered.copy(copies);
    }
}
