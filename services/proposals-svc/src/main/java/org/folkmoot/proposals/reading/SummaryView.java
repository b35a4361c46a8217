// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Summary;
import org.folkmoot.record.Hash;

/** A proposal in a list. */
@Schema(name = "ProposalSummary")
public record SummaryView(
        Hash proposal,
        Hash community,
        Hash author,
        StateWord state,
        String title,
        Instant draftedAt,
        Optional<String> policy,
        Optional<Hash> poll,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Optional<Instant> eta) {

    static SummaryView of(Summary summary) {
        return new SummaryView(
                Hash.parse(summary.proposal()),
                Hash.parse(summary.community()),
                Hash.parse(summary.author()),
                StateWord.of(summary.state()),
                summary.title(),
                summary.draftedAt(),
                summary.policy(),
                summary.poll().map(Hash::parse),
                summary.opensAt(),
                summary.closesAt(),
                summary.eta());
    }
}
