// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Action;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.TransferStore;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Opening;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;

/**
 * Brings in what accounts held elsewhere, all of it or nothing. That is done before anything of the asset was issued, so it
 * is done once.
 */
@ApplicationScoped
class OpenBalances implements DecidedElsewhere {
    private final Ledger ledger;
    private final Late late;
    private final TransferStore transfers;

    OpenBalances(Ledger ledger, Late late, TransferStore transfers) {
        this.ledger = ledger;
        this.late = late;
        this.transfers = transfers;
    }

    @Override
    public Set<String> types() {
        return Set.of(Action.Treasury.OPEN);
    }

    @Override
    public void check(EnactmentDueV1 due) {
        opening(due);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Done enact(EnactmentDueV1 due) {
        var community = Hash.parse(due.community());
        var opening = opening(due);
        ledger.lock(community);
        if (transfers.transfer(community, opening.id()).isEmpty()) {
            var why = late.fault(community, opening.asset());
            if (why.isPresent()) return late(due, opening, why.get());
        }
        var done = ledger.together(community, opening.orders()).stream()
                .map(OpenBalances::done)
                .toList();
        return opening.whole(done);
    }

    private static Opening opening(EnactmentDueV1 due) {
        var said = ActionJson.of(due).orElseThrow().fields(Set.of("memo"), "asset", "amount", "balances");
        return Opening.read(said, Hash.parse(due.enactment()), Hash.parse(due.proposal()));
    }

    /** What was issued once stays so, so this is the answer for good; its time is that at which it was due. */
    private static Done late(EnactmentDueV1 due, Opening opening, Refusal why) {
        return new Done(
                opening.id(), Map.of("code", Late.REASON), new Outcome.Refused(why), due.dueAt(), Optional.empty());
    }

    private static Done done(Answer answer) {
        return switch (answer) {
            case Answer.First(var done, var _) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different different ->
                throw new IllegalStateException("the ledger let another order through: " + different);
        };
    }
}
