// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.folkmoot.proposals.Dossiers;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;

/** Shows one proposal as it stands now. */
@ApplicationScoped
class ShowProposal {
    private final Dossiers dossiers;
    private final SayChanges sayChanges;
    private final Clock clock;

    ShowProposal(Dossiers dossiers, SayChanges sayChanges, Clock clock) {
        this.dossiers = dossiers;
        this.sayChanges = sayChanges;
        this.clock = clock;
    }

    ProposalView handle(String proposal) {
        return dossiers.open(proposal)
                .map(full -> ProposalView.of(
                        full.asOf(clock.instant()), sayChanges.of(full.dossier().proposal())))
                .orElseThrow(() -> new Refused(new Refusal.ProposalUnknown(proposal)));
    }
}
