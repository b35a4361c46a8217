// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import org.folkmoot.policy.TraceLine;

/**
 * What a poll decided, and why.
 *
 * @param outcome the decision
 * @param winners the options that won; empty when the proposal is rejected
 * @param trace one line for each rule, in the order of the policy
 * @param words the decision in a sentence
 */
public record Decision(Outcome outcome, List<String> winners, List<TraceLine> trace, String words) {
    public Decision {
        winners = List.copyOf(winners);
        trace = List.copyOf(trace);
    }
}
