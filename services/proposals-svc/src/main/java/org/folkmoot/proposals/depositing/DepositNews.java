// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.DepositRefusedV1;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.contracts.DepositTakenV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.Topics;
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
    public Set<Class<? extends Event>> events() {
        return Set.of(DepositTakenV1.class, DepositRefusedV1.class, DepositSettledV1.class);
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case DepositTakenV1 taken -> noteDeposit.taken(taken);
            case DepositRefusedV1 refused -> noteDeposit.refused(refused);
            case DepositSettledV1 settled -> noteDeposit.settled(settled);
            default -> {} // other movements of money concern no proposal
        }
    }
}
