// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.List;

/**
 * Why a rule passed or failed: enough to do the sum again by hand.
 *
 * @param rule the rule's name in the policy: {@code quorum}, {@code approval}, or the plugin's id
 * @param numerator what was counted; its sum is compared
 * @param denominator what it was compared with; its sum is the whole
 * @param operator {@code atLeast} (≥) or {@code moreThan} (>)
 * @param fraction the share asked for, as the constitution writes it
 * @param boundary that share of the whole, exact: {@code 40} or {@code 101/10}
 * @param tie what happens exactly on the boundary: {@code passes} or {@code fails}
 * @param passed the verdict
 * @param words the verdict in a sentence
 * @param margin what would have changed the verdict
 */
public record TraceLine(
        String rule,
        List<Operand> numerator,
        List<Operand> denominator,
        String operator,
        String fraction,
        String boundary,
        String tie,
        boolean passed,
        String words,
        String margin) {
    public TraceLine {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }

    /** The same line under the name that the policy gives the rule. */
    public TraceLine named(String name) {
        return new TraceLine(name, numerator, denominator, operator, fraction, boundary, tie, passed, words, margin);
    }
}
