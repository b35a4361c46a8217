// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a principal inherits of the delegate's choice. */
public enum Inheritance {
    /** The choice as it was cast; there are no terms. */
    AS_CAST,
    /**
     * The vote alone, under the principal's own terms: from {@code {"vote": "for", "conviction": 0}} and the terms
     * {@code {"conviction": 1}} comes {@code {"vote": "for", "conviction": 1}}. A choice without one vote, such as a
     * split one, is not inherited.
     */
    VOTE_ON_OWN_TERMS;

    Optional<Object> of(Object choice, Map<String, Object> terms) {
        return switch (this) {
            case AS_CAST -> terms.isEmpty() ? Optional.of(choice) : Optional.empty();
            case VOTE_ON_OWN_TERMS ->
                switch (choice) {
                    case String vote -> Optional.of(with(vote, terms));
                    case Map<?, ?> fields
                    when fields.get("vote") instanceof String vote -> Optional.of(with(vote, terms));
                    default -> Optional.empty();
                };
        };
    }

    private static Map<String, Object> with(String vote, Map<String, Object> terms) {
        var choice = new LinkedHashMap<>(terms);
        choice.put("vote", vote);
        return choice;
    }
}
