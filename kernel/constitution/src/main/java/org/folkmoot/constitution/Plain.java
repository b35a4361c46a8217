// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.regex.Pattern;
import org.folkmoot.record.Json;

/** Says what a bare word of a document is: a whole number, a truth, nothing, or text. */
final class Plain {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");

    private Plain() {}

    static Node of(String word, Spot spot) {
        return switch (word) {
            case "true" -> new Node.Scalar(true, spot);
            case "false" -> new Node.Scalar(false, spot);
            case "", "~", "null", "Null", "NULL" ->
                new Node.Refused("null", "Nothing is said here; leave the name out instead.", spot);
            default -> INTEGER.matcher(word).matches() ? integer(word, spot) : new Node.Scalar(word, spot);
        };
    }

    private static Node integer(String word, Spot spot) {
        var tooLong = word.length() > 17;
        if (tooLong || Math.abs(Long.parseLong(word)) > Json.MAX_INTEGER) {
            return new Node.Refused(
                    "number", "A whole number beyond 2^53 is not read alike everywhere; put it in quotes.", spot);
        }
        return new Node.Scalar(Long.parseLong(word), spot);
    }
}
