// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.regex.Pattern;

/** The code of a bank by ISO 9362: eight characters, or eleven with a branch. */
public record Bic(String text) {
    // Four of the bank, two of the country, two of the place, three of the branch: the pattern of ISO 20022.
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    public Bic {
        if (!FORM.matcher(text).matches()) throw new IllegalArgumentException("not the code of a bank: " + text);
    }

    @Override
    public String toString() {
        return text;
    }
}
