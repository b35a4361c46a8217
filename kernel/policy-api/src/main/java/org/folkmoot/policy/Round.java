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
 * @param transfers where the power of each eliminated option went, and what an elected one had too much; {@code exhausted}
 *     and {@code nonTransferable} are nowhere
 * @param words what a reader could not see from the numbers, such as how a tie was broken; else empty
 * @param duels the power that prefers each option to each other, where options are compared two by two; else empty
 */
public record Round(
        int number,
        Map<String, BigInteger> tally,
        BigInteger threshold,
        Map<String, BigInteger> inactive,
        List<String> elected,
        List<String> eliminated,
        Map<String, Map<String, BigInteger>> transfers,
        String words,
        Map<String, Map<String, BigInteger>> duels) {
    public Round {
        tally = Ordered.copy(tally);
        inactive = Ordered.copy(inactive);
        elected = List.copyOf(elected);
        eliminated = List.copyOf(eliminated);
        transfers = copy(transfers);
        // Rounds that were written down before there were any have none.
        duels = duels == null ? Map.of() : copy(duels);
    }

    /** A round without duels. */
    public Round(
            int number,
            Map<String, BigInteger> tally,
            BigInteger threshold,
            Map<String, BigInteger> inactive,
            List<String> elected,
            List<String> eliminated,
            Map<String, Map<String, BigInteger>> transfers,
            String words) {
        this(number, tally, threshold, inactive, elected, eliminated, transfers, words, Map.of());
    }

    private static Map<String, Map<String, BigInteger>> copy(Map<String, Map<String, BigInteger>> table) {
        var copies = new LinkedHashMap<String, Map<String, BigInteger>>();
        table.forEach((row, cells) -> copies.put(row, Ordered.copy(cells)));
        return Ordered.copy(copies);
    }
}
