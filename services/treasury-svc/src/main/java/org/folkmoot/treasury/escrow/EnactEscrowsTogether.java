// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.DecidedTogether;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.EscrowRefusal;
import org.folkmoot.treasury.domain.escrow.Step;

/** Does what passed proposals say about escrows that are there, together with what else they say. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class EnactEscrowsTogether implements DecidedTogether {
    private final EnactEscrow enactEscrow;
    private final EscrowDesk desk;
    private final EscrowStore escrows;
    private final TakeStep takeStep;
    private final Clock clock;

    EnactEscrowsTogether(
            EnactEscrow enactEscrow, EscrowDesk desk, EscrowStore escrows, TakeStep takeStep, Clock clock) {
        this.enactEscrow = enactEscrow;
        this.desk = desk;
        this.escrows = escrows;
        this.takeStep = takeStep;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return enactEscrow.types();
    }

    @Override
    public List<Part> plan(List<EnactmentDueV1> parts) {
        var stand = new HashMap<Hash, Escrow>();
        var now = clock.instant();
        var planned = new ArrayList<Part>();
        for (var part : parts) planned.add(plan(part, stand, now));
        return planned;
    }

    private Part plan(EnactmentDueV1 due, Map<Hash, Escrow> stand, Instant now) {
        var change = EnactEscrow.change(due);
        var asked = EnactEscrow.asked(due, change);
        var earlier = desk.earlier(asked);
        if (earlier.isPresent()) return new Known(EnactEscrow.done(earlier.get()));
        var found = Optional.ofNullable(stand.get(change.escrow()))
                .or(() -> escrows.lock(asked.community(), change.escrow()));
        if (found.isEmpty()) return new Impossible(desk, asked, new EscrowRefusal.EscrowUnknown(change.escrow()), now);
        var escrow = found.get();
        return switch (enactEscrow
                .fair(asked.community(), escrow, change.request())
                .of(escrow, now)) {
            case Step.Refused(var why) -> new Impossible(desk, asked, why, now);
            case Step.Taken taken -> {
                stand.put(escrow.id(), taken.next());
                yield new Possible(desk, takeStep, asked, escrow, taken, now);
            }
        };
    }

    /** What was ruled on before. */
    record Known(Done outcome) implements Part {
        @Override
        public Optional<Done> earlier() {
            return Optional.of(outcome);
        }

        @Override
        public Done done() {
            return outcome;
        }

        @Override
        public Done refused(Refusal why) {
            return outcome;
        }
    }

    private record Impossible(EscrowDesk desk, TakeStep.Asked asked, EscrowRefusal why, Instant now) implements Part {
        @Override
        public Optional<Refusal> fault() {
            return Optional.of(new Refusal.Told(why.reason(), why.detail()));
        }

        @Override
        public Done done() {
            throw new IllegalStateException("cannot be done: " + why);
        }

        @Override
        public Done refused(Refusal because) {
            return EnactEscrow.done(desk.refuse(asked, because, now));
        }
    }

    private record Possible(
            EscrowDesk desk, TakeStep takeStep, TakeStep.Asked asked, Escrow escrow, Step.Taken taken, Instant now)
            implements Part {
        @Override
        public Optional<Order> order() {
            return TakeStep.order(asked, escrow, taken.payouts());
        }

        @Override
        public Done done() {
            return EnactEscrow.done(takeStep.taken(asked, escrow, taken, now));
        }

        @Override
        public Done refused(Refusal because) {
            return EnactEscrow.done(desk.refuse(asked, because, now));
        }
    }
}
