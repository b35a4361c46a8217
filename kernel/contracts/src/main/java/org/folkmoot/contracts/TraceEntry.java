// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.util.List;

/**
 * Why one rule of a decision was met or not, with every number it used.
 *
 * @param fraction the share that the rule asks for, such as 1/10
 * @param operator how the share is compared, such as atLeast
 * @param boundary the least number that would have met the rule
 * @param tie what the rule says about a tie
 * @param words the rule and its verdict as a sentence
 * @param margin how much was missing or left over
 */
public record TraceEntry(
        String rule,
        List<OperandEntry> numerator,
        List<OperandEntry> denominator,
        String operator,
        String fraction,
        String boundary,
        String tie,
        boolean passed,
        String words,
        String margin) {
    public TraceEntry {
        Fields.text("rule", rule);
        numerator = Fields.list("numerator", numerator);
        denominator = Fields.list("denominator", denominator);
        Fields.given("operator", operator);
        Fields.given("fraction", fraction);
        Fields.given("boundary", boundary);
        Fields.given("tie", tie);
        Fields.given("words", words);
        Fields.given("margin", margin);
    }
}
