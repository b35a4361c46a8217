// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.ChosenId;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.EscrowRefusal;
import org.folkmoot.treasury.domain.escrow.Request;
import org.folkmoot.treasury.domain.escrow.Terms;

/** Lets the recipient take what is due of a stream, or of a grant that is paid as it is due. The first outcome for an id is final, also when it is a refusal. */
@ApplicationScoped
class TakeOwed {
    private final ActDesk acts;
    private final Escrows escrows;
    private final TakeStep takeStep;
    private final Funds funds;
    private final Clock clock;

    TakeOwed(ActDesk acts, Escrows escrows, TakeStep takeStep, Funds funds, Clock clock) {
        this.acts = acts;
        this.escrows = escrows;
        this.takeStep = takeStep;
        this.funds = funds;
        this.clock = clock;
    }

    @Transactional
    StepStore.Taken handle(ReadSaying.Said<ReadSaying.Withdrawal> said) {
        acts.check(said.act());
        var escrow = escrows.lock(said.community(), said.escrow());
        checkRecipient(said, escrow);
        var asked = asked(said);
        var earlier = escrows.earlier(asked);
        if (earlier.isPresent()) return again(asked, earlier.get());
        acts.record(said.act());
        var amount = said.body().amount();
        var minor = amount.flatMap(escrow.terms().asset()::minor).filter(units -> units.signum() > 0);
        var now = clock.instant();
        if (amount.isPresent() && minor.isEmpty())
            return takeStep.refuse(
                    asked,
                    new EscrowRefusal.AmountInvalid(
                            amount.get(), escrow.terms().asset().code()),
                    now);
        var there = funds.of(said.community(), escrow);
        return takeStep.handle(asked, escrow, new Request.Withdraw(minor, there).of(escrow, now), now);
    }

    /** What comes to an account that is nobody's own may be sent on its way by any member. */
    private static void checkRecipient(ReadSaying.Said<ReadSaying.Withdrawal> said, Escrow escrow) {
        var terms = escrow.terms();
        if (!(terms instanceof Terms.Stream) && terms.asDue().isEmpty())
            throw SaidRefused.impossible(escrow.id(), new EscrowRefusal.EscrowKind(escrow.id(), terms.kind()));
        if (terms.beneficiary()
                .flatMap(Panels::member)
                .filter(recipient -> !recipient.equals(said.actor()))
                .isPresent()) throw SaidRefused.mayNot(escrow.id(), new EscrowRefusal.NotTheRecipient(escrow.id()));
    }

    private static StepStore.Taken again(TakeStep.Asked asked, StepStore.Taken earlier) {
        if (!earlier.escrow().equals(asked.escrow()))
            throw new SaidRefused(new SaidRefusal.WithdrawalDifferent(asked.id(), "escrow"));
        if (!earlier.asked().equals(asked.asked().canonicalText()))
            throw new SaidRefused(new SaidRefusal.WithdrawalDifferent(asked.id(), "amount"));
        return earlier;
    }

    private static TakeStep.Asked asked(ReadSaying.Said<ReadSaying.Withdrawal> said) {
        var parts = new HashMap<String, Object>();
        parts.put("escrow", said.escrow().hex());
        said.body().amount().ifPresent(amount -> parts.put("amount", amount));
        return new TakeStep.Asked(
                said.community(),
                ChosenId.of(said.act(), said.body().id(), "withdrawal/1"),
                said.act().id(),
                said.escrow(),
                "withdraw",
                Json.object(parts));
    }
}
