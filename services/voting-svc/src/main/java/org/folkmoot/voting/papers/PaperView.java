// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.papers;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Paper;
import org.folkmoot.voting.papers.PaperStore.Entry;

/** Ballots that an officer entered from paper. */
@Schema(name = "Papers")
record PaperView(
        @Schema(description = "The act that entered them") Hash entry,
        Hash officer,
        int ballots,
        Instant enteredAt,

        @Schema(description = "The other officer, since when they count")
        Optional<Hash> confirmedBy,

        Optional<Instant> confirmedAt) {
    static PaperView of(Entry entry) {
        return new PaperView(
                entry.act(),
                entry.officer(),
                entry.paper().choices().size(),
                entry.enteredAt(),
                entry.confirmedBy(),
                entry.confirmedAt());
    }

    static PaperView entered(Accepted accepted, Paper paper) {
        return new PaperView(
                accepted.id(),
                accepted.act().actor(),
                paper.choices().size(),
                accepted.at(),
                Optional.empty(),
                Optional.empty());
    }

    static PaperView confirmed(Entry entry, Hash officer, Instant at) {
        return new PaperView(
                entry.act(),
                entry.officer(),
                entry.paper().choices().size(),
                entry.enteredAt(),
                Optional.of(officer),
                Optional.of(at));
    }
}
