// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.check;

/** Tells by their texts whether one condition is another one and more. */
final class Narrower {
    private Narrower() {}

    /** Whether whoever satisfies the one condition surely satisfies the other: the same, or the same and more. */
    static boolean holds(String narrow, String wide) {
        var bracketed = "(" + wide + ")";
        if (wide.equals("true") || narrow.equals(wide)) {
            return true;
        }
        // A remark may take the bracket behind the condition away.
        return !narrow.contains("//")
                && (narrow.startsWith(bracketed + " && ") && isAnd(narrow.substring(bracketed.length()))
                        || narrow.endsWith(" && " + bracketed)
                                && isAnd(narrow.substring(0, narrow.length() - bracketed.length())));
    }

    /**
     * Whether nothing in a part of a condition binds it less than "and" does, outside of brackets: {@code (a) && b || c} is not
     * narrower than a. Texts in which brackets and quotes cannot be told by looking at one character after the other are not.
     */
    private static boolean isAnd(String text) {
        if (text.contains("\\") || text.contains("'''") || text.contains("\"\"\"")) {
            return false;
        }
        var depth = 0;
        var quote = ' ';
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quote != ' ') {
                quote = c == quote ? ' ' : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
            if (depth < 0 || depth == 0 && quote == ' ' && (c == '|' || c == '?')) {
                return false;
            }
        }
        return depth == 0 && quote == ' ';
    }
}
