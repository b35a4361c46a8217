// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Guesses the fraction behind {@code 50%} or {@code 0.5}. */
final class Fractions {
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,9}))?\\s*%");
    private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})");

    private Fractions() {}

    static String meant(String text) {
        var percent = PERCENT.matcher(text.strip());
        if (percent.matches()) {
            var behind = percent.group(2) == null ? "" : percent.group(2);
            return lowest(percent.group(1) + behind, behind.length() + 2);
        }
        var decimal = DECIMAL.matcher(text.strip());
        return decimal.matches()
                ? lowest(decimal.group(1) + decimal.group(2), decimal.group(2).length())
                : "";
    }

    private static String lowest(String digits, int places) {
        var above = new BigInteger(digits);
        var below = BigInteger.TEN.pow(places);
        var common = above.gcd(below);
        return above.divide(common) + "/" + below.divide(common);
    }
}
