// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Locale;

/** Writes constants as the database and people read them. */
public final class Word {
    private Word() {}

    /** The word for a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
