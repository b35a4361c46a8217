// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.proposals.domain.Summary;
import org.jspecify.annotations.NullUnmarked;

/** The columns of a proposal that a list shows: not its texts, which are long. */
@NullUnmarked
record SummaryRow(
        String id,
        Long number,
        String community,
        String author,
        String title,
        String state,
        Instant turnsAt,
        String turnsTo,
        Instant draftedAt,
        String policy,
        String poll,
        Instant opensAt,
        Instant closesAt,
        Instant eta) {

    Summary asOf(Instant now) {
        return new Summary(
                id,
                number,
                community,
                author,
                turnsAt == null || now.isBefore(turnsAt) ? state : turnsTo,
                title,
                draftedAt,
                Optional.ofNullable(policy),
                Optional.ofNullable(poll),
                Optional.ofNullable(opensAt),
                Optional.ofNullable(closesAt),
                Optional.ofNullable(eta));
    }
}
