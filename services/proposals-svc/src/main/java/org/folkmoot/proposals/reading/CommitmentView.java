// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Committed;

/** What is set aside for a proposal's actions, and how that stands. */
@Schema(name = "Commitment")
public record CommitmentView(
        @Schema(enumeration = {"due", "held", "refused", "released"})
        String standing,

        Instant at,

        @Schema(description = "Why it could not be set aside", examples = "treasury has 3.00 SKR to spend, not 10.00.")
        Optional<String> detail) {

    static CommitmentView of(Committed committed) {
        return new CommitmentView(
                committed.standing().name().toLowerCase(Locale.ROOT),
                committed.at(),
                Optional.of(committed.detail()).filter(detail -> !detail.isEmpty()));
    }
}
