// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.folkmoot.treasury.domain.escrow.Escrow.State;

/** What can be done with a grant. */
public record Granting(Escrow escrow, Terms.Grant terms) {
    /** What keeps a tranche from being released, if anything does; tranches are numbered from 1. */
    public Optional<EscrowRefusal> fault(long number, Instant now) {
        var id = escrow.id();
        if (number < 1 || number > terms.tranches().size())
            return Optional.of(new EscrowRefusal.TrancheUnknown(id, number));
        int place = Math.toIntExact(number - 1);
        var state = escrow.tranches().get(place);
        var tranche = terms.tranches().get(place);
        if (state != Tranche.State.WAITING) return Optional.of(new EscrowRefusal.TrancheEnded(id, number, state));
        var moment = escrow.moment(now);
        if (tranche.isDue(moment))
            return Optional.of(new EscrowRefusal.TrancheExpired(
                    id, number, tranche.expires().orElseThrow()));
        return moment.isBefore(tranche.validFrom())
                ? Optional.of(new EscrowRefusal.TrancheEarly(id, number, tranche.validFrom()))
                : Optional.empty();
    }

    /** What of the released tranches was not paid yet. */
    BigInteger accrued() {
        return sum(place -> escrow.tranches().get(place) == Tranche.State.RELEASED)
                .subtract(escrow.released());
    }

    /** Gives a tranche to whom it is for; what is paid as it is due, is due to them from then on. */
    Step release(long number, Instant now) {
        var fault = fault(number, now);
        if (fault.isPresent()) return Step.no(fault.get());
        int place = Math.toIntExact(number - 1);
        var amount = terms.tranches().get(place).amount();
        var moment = escrow.moment(now);
        var due = turned(one -> one == place, _ -> Tranche.State.RELEASED, moment);
        if (terms.asDue().isPresent()) return Step.still(due);
        return Step.release(
                ended(due.paying(amount, BigInteger.ZERO, moment), State.ENDED, moment), terms.to(), amount);
    }

    /** Gives back all tranches that were not released. */
    Step cancel(Instant now) {
        var moment = escrow.moment(now);
        boolean open = IntStream.range(0, terms.tranches().size()).anyMatch(place -> isOpen(place, moment));
        if (!open) return Step.no(over(seen(moment)));
        var rest = sum(this::isWaiting);
        var after = turned(
                        this::isWaiting,
                        place -> isDue(place, moment) ? Tranche.State.EXPIRED : Tranche.State.VOIDED,
                        moment)
                .paying(BigInteger.ZERO, rest, moment)
                .in(State.CANCELLED, moment);
        return back(after, rest);
    }

    /** Gives back the tranches whose time is over, if there are any. */
    Optional<Step> sweep(Instant now) {
        var moment = escrow.moment(now);
        IntPredicate over = place -> isWaiting(place) && isDue(place, moment);
        var rest = sum(over);
        if (rest.signum() == 0) return Optional.empty();
        var after = turned(over, _ -> Tranche.State.EXPIRED, moment).paying(BigInteger.ZERO, rest, moment);
        var end = after.released().signum() == 0 ? State.EXPIRED : State.ENDED;
        return Optional.of(back(ended(after, end, moment), rest));
    }

    /** Where nothing is set aside, nothing moves back. */
    private Step back(Escrow after, BigInteger rest) {
        return terms.asDue().isPresent() ? Step.still(after) : Step.back(after, rest);
    }

    private static Escrow ended(Escrow after, State end, Instant moment) {
        return after.left().signum() > 0 ? after : after.in(end, moment);
    }

    private static EscrowRefusal over(Escrow seen) {
        return seen.state().isTerminal()
                ? new EscrowRefusal.EscrowEnded(seen.id(), seen.state())
                : new EscrowRefusal.GrantComplete(seen.id());
    }

    private Escrow seen(Instant now) {
        return sweep(now).flatMap(Step::after).orElse(escrow);
    }

    private boolean isOpen(int place, Instant now) {
        return isWaiting(place) && !isDue(place, now);
    }

    private boolean isWaiting(int place) {
        return escrow.tranches().get(place) == Tranche.State.WAITING;
    }

    private boolean isDue(int place, Instant now) {
        return terms.tranches().get(place).isDue(now);
    }

    private BigInteger sum(IntPredicate which) {
        return IntStream.range(0, terms.tranches().size())
                .filter(which)
                .mapToObj(place -> terms.tranches().get(place).amount())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private interface Turning {
        Tranche.State to(int place);
    }

    private Escrow turned(IntPredicate which, Turning turning, Instant now) {
        List<Tranche.State> states = new ArrayList<>(escrow.tranches());
        for (int place = 0; place < states.size(); place++) if (which.test(place)) states.set(place, turning.to(place));
        return escrow.with(states, now);
    }
}
