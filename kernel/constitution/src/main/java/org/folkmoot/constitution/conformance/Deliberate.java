// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Section;

/**
 * A case in which a system's behaviour is not reproduced, on purpose: what is expected is ours.
 *
 * @param theirs what that system does
 * @param because why it is not done here
 */
public record Deliberate(String theirs, String because) {
    private static final int MAX_WORDS = 1_000;

    static Optional<Deliberate> find(Map<String, Object> document) {
        return document.get("deliberately") instanceof Map<?, ?> said
                ? Optional.of(new Deliberate("" + said.get("theirs"), "" + said.get("because")))
                : Optional.empty();
    }

    static Deliberate read(Section section) {
        var deliberate = new Deliberate(
                section.need("theirs").words(MAX_WORDS), section.need("because").words(MAX_WORDS));
        section.finish();
        return deliberate;
    }
}
