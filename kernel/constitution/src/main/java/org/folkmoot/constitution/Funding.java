// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.Arrays;
import java.util.Optional;

/** Where what a stream or a grant pays comes from. */
public enum Funding {
    /** All of it is put into an account of its own when it is promised. */
    AHEAD("ahead"),
    /** Each part is paid by the account when it is due and taken; what it cannot pay stays owed. */
    AS_DUE("as-due");

    /** What an action calls this. */
    public static final String NAME = "funded";

    private final String word;

    Funding(String word) {
        this.word = word;
    }

    /** The word for it. */
    public String word() {
        return word;
    }

    /** The one with a word. */
    public static Optional<Funding> of(String word) {
        return Arrays.stream(values())
                .filter(funding -> funding.word.equals(word))
                .findFirst();
    }
}
