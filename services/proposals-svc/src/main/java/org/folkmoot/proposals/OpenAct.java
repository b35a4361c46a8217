// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/** Checks the form and the signature of an act about a proposal before anything is locked. */
@ApplicationScoped
public class OpenAct {
    private final ActDesk desk;
    private final Dossiers dossiers;

    OpenAct(ActDesk desk, Dossiers dossiers) {
        this.desk = desk;
        this.dossiers = dossiers;
    }

    /** Opens an act of this type about this proposal, made in the proposal's community. */
    public SignedAct about(Hash proposal, String type, byte[] envelope) {
        var community = dossiers.community(proposal.hex())
                .orElseThrow(() -> new Refused(new Refusal.ProposalUnknown(proposal.hex())));
        return desk.open(envelope, new Expected(type, Hash.parse(community), proposal));
    }
}
