// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The states of a proposal as the interface writes them. */
@Schema(name = "State")
public enum StateWord {
    DRAFT,
    DEPOSITING,
    SPONSORING,
    SUBMITTED,
    DELAYED,
    VOTING,
    TIMELOCKED,
    ENACTING,
    FAILED,
    ENACTED,
    REJECTED,
    CANCELLED,
    EXPIRED,
    LAPSED;

    /** Finds the state that a word means. */
    static Optional<StateWord> find(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    static StateWord of(String word) {
        return find(word).orElseThrow(() -> new IllegalStateException("no such state: " + word));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(StateWord::word).toList();
    }

    /** Writes it as the domain does. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
