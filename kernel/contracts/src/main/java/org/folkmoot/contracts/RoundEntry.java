// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One round of a count.
 *
 * @param threshold the number that elects in this round
 * @param inactive the ballots that no longer count, by reason
 * @param transfers what went from whom (outer) to whom (inner)
 * @param words what a reader could not see from the numbers, such as how a tie was broken; else empty
 */
public record RoundEntry(
        int number,
        Map<String, BigInteger> tally,
        BigInteger threshold,
        Map<String, BigInteger> inactive,
        List<String> elected,
        List<String> eliminated,
        Map<String, Map<String, BigInteger>> transfers,
        String words) {
    public RoundEntry {
        Fields.atLeast("number", 1, number);
        tally = Fields.map("tally", tally);
        Fields.given("threshold", threshold);
        inactive = Fields.map("inactive", inactive);
        elected = Fields.list("elected", elected);
        eliminated = Fields.list("eliminated", eliminated);
        transfers = Fields.map("transfers", transfers).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, from -> Fields.map("transfers." + from.getKey(), from.getValue())));
        transfers = Fields.map("transfers", transfers);
        Fields.given("words", words);
    }

    /** A round whose numbers say everything. */
    public RoundEntry(
            int number,
            Map<String, BigInteger> tally,
            BigInteger threshold,
            Map<String, BigInteger> inactive,
            List<String> elected,
            List<String> eliminated,
            Map<String, Map<String, BigInteger>> transfers) {
        this(number, tally, threshold, inactive, elected, eliminated, transfers, "");
    }
}
