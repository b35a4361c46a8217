// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.policy.InvalidChoice;

/**
 * Reads whole numbers by name from a choice such as {@code {"for": 2, "abstain": 1}}.
 *
 * <p>A number that JSON cannot carry exactly is written as a text of digits.
 */
final class Weights {
    // The length bounds the work: a ballot cannot make the arithmetic expensive.
    private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,77}");

    private Weights() {}

    /** The weights in the order of the names, 0 for a name that is left out. At least one is above 0. */
    static List<BigInteger> of(Map<?, ?> choice, List<String> names) {
        var weights = new ArrayList<BigInteger>();
        var known = 0;
        for (var name : names) {
            if (choice.containsKey(name)) {
                known++;
                weights.add(number(choice.get(name)));
            } else {
                weights.add(BigInteger.ZERO);
            }
        }
        if (known < choice.size()) {
            throw new InvalidChoice("The choice names something else than " + String.join(", ", names) + ".");
        }
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            throw new InvalidChoice("The choice gives nothing to anything.");
        }
        return weights;
    }

    /** Reads a whole number from 0, or refuses it. */
    static BigInteger number(Object value) {
        return switch (value) {
            case Integer number when number >= 0 -> BigInteger.valueOf(number);
            case Long number when number >= 0 -> BigInteger.valueOf(number);
            case String digits when DIGITS.matcher(digits).matches() -> new BigInteger(digits);
            default -> throw new InvalidChoice("A weight is a whole number from 0, of at most 78 digits.");
        };
    }

    static BigInteger sum(List<BigInteger> weights) {
        return weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
