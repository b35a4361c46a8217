// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Dossier;
import org.folkmoot.proposals.domain.Ended;

/** A proposal in a list. */
@Schema(name = "ProposalSummary")
public record SummaryView(
        String proposal,
        String community,
        String author,
        StateWord state,
        String title,
        Instant draftedAt,
        Optional<String> policy,
        Optional<String> poll,
        Optional<Instant> opensAt,
        Optional<Instant> closesAt,
        Optional<Instant> eta,
        Optional<Instant> endedAt) {

    static SummaryView of(Dossier dossier) {
        var proposal = dossier.proposal();
        var pinned = dossier.pinned();
        return new SummaryView(
                proposal.id(),
                proposal.community(),
                proposal.author(),
                StateWord.of(proposal.state().word()),
                proposal.content().title(),
                dossier.draftedAt(),
                pinned.map(submitted -> submitted.submission().policy()),
                pinned.map(submitted -> submitted.terms().poll()),
                pinned.map(submitted -> submitted.terms().window().opensAt()),
                pinned.map(submitted -> submitted.terms().window().closesAt()),
                dossier.enactment().map(enactment -> enactment.mandate().eta()),
                proposal.state() instanceof Ended ended ? Optional.of(ended.endedAt()) : Optional.empty());
    }
}
