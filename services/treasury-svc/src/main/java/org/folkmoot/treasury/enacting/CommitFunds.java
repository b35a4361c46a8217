// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentRefusedV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.TreasuryEvent;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;

/** Sets aside what a proposal will move, all of it or nothing, and frees what is left of it when the proposal has ended. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class CommitFunds {
    private final Ledger ledger;
    private final SetAside setAside;
    private final Outbox outbox;

    CommitFunds(Ledger ledger, SetAside setAside, Outbox outbox) {
        this.ledger = ledger;
        this.setAside = setAside;
        this.outbox = outbox;
    }

    void commit(CommitmentDueV1 due) {
        var community = Hash.parse(due.community());
        var proposal = Hash.parse(due.proposal());
        var holds = SetAside.holds(
                setAside.commitment(community, proposal),
                DueTogether.listed(due.community(), due.proposal(), due.actions(), due.at()));
        var done = holds.isEmpty()
                ? List.<Done>of()
                : ledger.together(community, holds).stream()
                        .map(EnactOrder::done)
                        .toList();
        outbox.add(answer(due, done));
    }

    private static TreasuryEvent answer(CommitmentDueV1 due, List<Done> done) {
        for (var each : done)
            if (each.outcome() instanceof Outcome.Refused(var refusal)
                    && !refusal.reason().equals(Refusal.TOGETHER_FAILED))
                return new CommitmentRefusedV1(
                        due.community(),
                        due.proposal(),
                        due.commitment(),
                        refusal.reason(),
                        refusal.detail(),
                        each.at());
        return new CommitmentTakenV1(
                due.community(),
                due.proposal(),
                due.commitment(),
                done.isEmpty() ? due.at() : done.getFirst().at());
    }

    void release(CommitmentReleasedV1 released) {
        var community = Hash.parse(released.community());
        var proposal = Hash.parse(released.proposal());
        var commitment = setAside.commitment(community, proposal);
        var holds = SetAside.holds(
                commitment,
                DueTogether.listed(released.community(), released.proposal(), released.actions(), released.at()));
        var orders = setAside.left(community, holds).stream()
                .map(hold -> commitment.free(hold, Hash.parse(released.commitment())))
                .toList();
        if (!orders.isEmpty()) ledger.rule(community, orders);
    }
}
