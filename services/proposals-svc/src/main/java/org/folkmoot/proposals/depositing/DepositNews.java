// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.DepositRefusedV1;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.contracts.DepositTakenV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;

/** Listens to the treasury, which keeps what authors put down. */
@ApplicationScoped
class DepositNews implements Subscription {
    private final NoteDeposit noteDeposit;

    DepositNews(NoteDeposit noteDeposit) {
        this.noteDeposit = noteDeposit;
    }

    @Override
    public String name() {
        return "deposits";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.TREASURY);
    }

    @Override
    public Facts facts() {
        return Facts.on(DepositTakenV1.class, noteDeposit::taken)
                .and(DepositRefusedV1.class, noteDeposit::refused)
                .and(DepositSettledV1.class, noteDeposit::settled);
    }
}
