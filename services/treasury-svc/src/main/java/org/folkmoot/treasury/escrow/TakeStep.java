// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.EscrowStepTakenV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.EscrowRefusal;
import org.folkmoot.treasury.domain.escrow.Step;

/** Does what the rules say about an escrow that is locked: moves what is moved, and writes how it stands and what was done. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TakeStep {
    private final Ledger ledger;
    private final EscrowStore escrows;
    private final StepStore steps;
    private final Outbox outbox;

    TakeStep(Ledger ledger, EscrowStore escrows, StepStore steps, Outbox outbox) {
        this.ledger = ledger;
        this.escrows = escrows;
        this.steps = steps;
        this.outbox = outbox;
    }

    /**
     * What is asked, under an id that names it.
     *
     * @param cause the proposal or act that it follows from
     * @param what the word for it
     */
    record Asked(Hash community, Hash id, Hash cause, Hash escrow, String what, Json asked) {}

    /** Takes the step; the ledger may still refuse it, and then the escrow stays as it is. */
    StepStore.Taken handle(Asked asked, Escrow escrow, Step step, Instant now) {
        return switch (step) {
            case Step.Refused(var why) -> refuse(asked, why, now);
            case Step.Taken taken -> {
                var refusal = move(asked, escrow, taken.payouts());
                if (refusal.isPresent()) yield note(asked, Optional.empty(), refusal, now);
                yield taken(asked, escrow, taken, now);
            }
        };
    }

    /** Writes how it stands, after what is moved for it was moved. */
    StepStore.Taken taken(Asked asked, Escrow escrow, Step.Taken taken, Instant now) {
        escrows.save(asked.community(), escrow, taken.next());
        return note(asked, paid(taken.payouts()), Optional.empty(), now);
    }

    /** Writes down that it is not done, and why. */
    StepStore.Taken refuse(Asked asked, EscrowRefusal why, Instant now) {
        return refuse(asked, new StepStore.Why(why.reason(), why.detail()), now);
    }

    StepStore.Taken refuse(Asked asked, StepStore.Why why, Instant now) {
        return note(asked, Optional.empty(), Optional.of(why), now);
    }

    private StepStore.Taken note(
            Asked asked, Optional<StepStore.Paid> paid, Optional<StepStore.Why> refused, Instant now) {
        var taken = new StepStore.Taken(
                asked.id(), asked.escrow(), asked.what(), asked.asked().canonicalText(), paid, refused, now, 0);
        steps.insert(asked.community(), taken);
        if (refused.isEmpty())
            outbox.add(new EscrowStepTakenV1(
                    asked.community().hex(), asked.escrow().hex(), asked.id().hex(), asked.what(), now));
        return taken;
    }

    private static Optional<StepStore.Paid> paid(List<Step.Payout> payouts) {
        return payouts.stream().findFirst().map(payout -> new StepStore.Paid(payout.to(), payout.amount()));
    }

    private Optional<StepStore.Why> move(Asked asked, Escrow escrow, List<Step.Payout> payouts) {
        return order(asked, escrow, payouts)
                .map(order ->
                        done(ledger.rule(asked.community(), List.of(order)).getFirst()))
                .flatMap(done -> done.outcome() instanceof Outcome.Refused(var why)
                        ? Optional.of(new StepStore.Why(why.reason(), why.detail()))
                        : Optional.empty());
    }

    /** What the ledger moves for it. */
    static Optional<Order> order(Asked asked, Escrow escrow, List<Step.Payout> payouts) {
        if (payouts.isEmpty()) return Optional.empty();
        var asset = escrow.terms().asset();
        var legs = payouts.stream()
                .map(payout -> new Leg(escrow.payer(), payout.to(), asset.code(), asset.decimal(payout.amount())))
                .toList();
        return Optional.of(new Order.Move(
                asked.id(),
                payouts.getFirst().code(),
                legs,
                escrow.asDue().orElse(asked.cause()),
                escrow.terms().memo()));
    }

    static Done done(Answer answer) {
        return switch (answer) {
            case Answer.First(var done, var _) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different different ->
                throw new IllegalStateException("the ledger let another order through: " + different);
        };
    }
}
