// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.util.Locale;
import org.folkmoot.constitution.course.Phase;

/** What the phases of a poll are called in the database and in answers. */
public final class PhaseNames {
    private PhaseNames() {}

    /** The name of a phase, such as {@code cooling-off}. */
    public static String of(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Phase phase(String name) {
        return Phase.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
