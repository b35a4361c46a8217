// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * What a voting method found.
 *
 * @param ballots how many ballots were counted, whatever power they carry
 * @param winners the options that won; empty where the method has no options or nobody won
 * @param counts voting power by name, for rules to judge
 * @param rounds the way to the result, where it has more than one step
 * @param words the result in a sentence
 */
public record Result(
        long ballots, List<String> winners, Map<String, BigInteger> counts, List<Round> rounds, String words) {
    public Result {
        winners = List.copyOf(winners);
        counts = Ordered.copy(counts);
        rounds = List.copyOf(rounds);
    }
}
