// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.DifferentTransfer;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.EscrowRefusal;
import org.folkmoot.treasury.domain.escrow.Request;
import org.folkmoot.treasury.domain.escrow.Step;

/** Where something is asked of an escrow: it is locked, the rules are asked, and what they say is done. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class EscrowDesk {
    private final EscrowStore escrows;
    private final StepStore steps;
    private final TakeStep takeStep;
    private final Clock clock;

    EscrowDesk(EscrowStore escrows, StepStore steps, TakeStep takeStep, Clock clock) {
        this.escrows = escrows;
        this.steps = steps;
        this.takeStep = takeStep;
        this.clock = clock;
    }

    /** Makes an escrow, once: one that is there already stays as it is. */
    void open(Hash community, Escrow escrow) {
        escrows.insert(community, escrow);
    }

    /** What became of it before, if it was asked before; nobody asks for something else under its name. */
    Optional<StepStore.Taken> earlier(TakeStep.Asked asked) {
        var earlier = steps.find(asked.community(), asked.id());
        if (earlier.filter(taken -> !taken.asked().equals(asked.asked().canonicalText()))
                .isPresent()) throw new DifferentTransfer(asked.id(), "action");
        return earlier;
    }

    /** Asks it of the escrow, which is locked; what is asked may depend on how it stands. */
    StepStore.Taken take(TakeStep.Asked asked, Function<Escrow, Request> request) {
        var found = escrows.lock(asked.community(), asked.escrow());
        var now = clock.instant();
        return found.map(escrow ->
                        takeStep.handle(asked, escrow, request.apply(escrow).of(escrow, now), now))
                .orElseGet(() -> takeStep.refuse(asked, new EscrowRefusal.EscrowUnknown(asked.escrow()), now));
    }

    /** Does what the rules say about an escrow that is there. */
    StepStore.Taken take(TakeStep.Asked asked, Escrow escrow, Step step, Instant now) {
        return takeStep.handle(asked, escrow, step, now);
    }

    /** Writes down that it is not done, and why. */
    StepStore.Taken refuse(TakeStep.Asked asked, Refusal why, Instant now) {
        return takeStep.refuse(asked, new StepStore.Why(why.reason(), why.detail()), now);
    }

    /** The word for what is asked. */
    static String what(Request request) {
        return switch (request) {
            case Request.Withdraw _ -> "withdraw";
            case Request.Pause _ -> "pause";
            case Request.Resume _ -> "resume";
            case Request.Cancel _ -> "cancel";
            case Request.Release _ -> "release";
            case Request.Award _ -> "award";
            case Request.Extend _ -> "extend";
        };
    }
}
