// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.CommitmentRefusedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;

/** Listens to the treasury, which sets aside what proposals will move. */
@ApplicationScoped
class CommitmentNews implements Subscription {
    private final NoteDeposit noteDeposit;

    CommitmentNews(NoteDeposit noteDeposit) {
        this.noteDeposit = noteDeposit;
    }

    @Override
    public String name() {
        return "commitments";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.TREASURY);
    }

    @Override
    public Facts facts() {
        return Facts.on(CommitmentTakenV1.class, noteDeposit::committed)
                .and(CommitmentRefusedV1.class, noteDeposit::notCommitted);
    }
}
