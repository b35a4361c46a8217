// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Poll;

/** One of several bodies that decide together. */
@Schema(name = "Chamber")
record ChamberView(String chamber, String body, Hash poll, String state) {
    static Optional<ChamberView> of(Poll poll) {
        return switch (poll) {
            case Poll.Undecided undecided -> of(poll, undecided.definition());
            case Poll.Closed closed -> of(poll, closed.definition());
            case Poll.Cancelled _, Poll.Refused _ -> Optional.empty();
        };
    }

    private static Optional<ChamberView> of(Poll poll, PollDefinition definition) {
        return definition
                .chamber()
                .map(name ->
                        new ChamberView(name, definition.body(), poll.terms().poll(), StateNames.of(poll)));
    }
}
