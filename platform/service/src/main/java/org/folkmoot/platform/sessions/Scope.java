// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a session is for; a member gives no more than is needed. */
public enum Scope {
    /** Reading who is a member. */
    ROLL,
    /** Reading the personal data of oneself. */
    PERSONAL;

    /** The scope's name in tokens and acts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of this name, if there is one. */
    public static Optional<Scope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
