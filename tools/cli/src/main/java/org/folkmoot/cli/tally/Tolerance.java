// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.cli.tally.Numbers.Signed;

/**
 * How far a number may be from the expected one.
 *
 * @param most the largest distance; empty where numbers are to be the same
 */
record Tolerance(Optional<Signed> most) {
    private static final Pattern WORDS = Pattern.compile("(?:^|absolute )([0-9]+(?:\\.[0-9]+)?(?:e-?[0-9]+)?)");

    /** Reads what a check says: a number, or words that have one. Other words allow nothing. */
    static Tolerance of(JsonNode said) {
        var words = WORDS.matcher(said.asText("").strip().toLowerCase(Locale.ROOT));
        return new Tolerance(
                said.isNumber()
                        ? Numbers.of(said)
                        : words.results().findFirst().flatMap(found -> Numbers.signed(found.group(1))));
    }

    /** Whether these are the same texts, or numbers that are near enough however they are written. */
    boolean same(JsonNode got, JsonNode expected) {
        if (got.equals(expected)) {
            return true;
        }
        if (got.isBoolean() || expected.isBoolean() || got.isNull() || expected.isNull()) {
            return false;
        }
        var one = Numbers.of(got);
        var other = Numbers.of(expected);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        var apart = one.get().distance(other.get());
        return apart.over().signum() == 0
                || most.filter(limit -> apart.compareTo(limit) <= 0).isPresent();
    }
}
