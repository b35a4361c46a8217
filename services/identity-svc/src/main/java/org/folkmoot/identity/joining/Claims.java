// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;

/** What people say in their own words. */
final class Claims {
    private static final int LONGEST = 500;

    private Claims() {}

    /** Gives the text, or refuses one that says nothing or too much. */
    static String read(String text, String field) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST)
            throw new Refused(new Refusal.WordsInvalid(
                    field, field + " has 1 to " + LONGEST + " characters that are not all blank."));
        return text;
    }
}
