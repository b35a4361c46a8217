// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.treasury.domain.escrow.Escrow.State;

/** What can be done with a bounty. */
public record Offering(Escrow escrow, Terms.Bounty terms) {
    /** The longest time that a bounty is kept: a hundred years of 365.25 days. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    /** What keeps it from being claimed or awarded now, if anything does. */
    public Optional<EscrowRefusal> fault(Instant now) {
        if (escrow.state().isTerminal()) return Optional.of(new EscrowRefusal.EscrowEnded(escrow.id(), escrow.state()));
        return isDue(now) ? Optional.of(new EscrowRefusal.BountyExpired(escrow.id(), deadline())) : Optional.empty();
    }

    /** Gives all of it to somebody. */
    Step award(String to, boolean isJudge, Instant now) {
        var fault = fault(now);
        if (fault.isPresent()) return Step.no(fault.get());
        if (isJudge) return Step.no(new EscrowRefusal.JudgeBenefits(escrow.id(), to));
        var moment = escrow.moment(now);
        var after = escrow.paying(terms.amount(), BigInteger.ZERO, moment).in(State.ENDED, moment);
        return Step.release(after, to, terms.amount());
    }

    /** Keeps it for longer. */
    Step extend(Duration by, Instant now) {
        var fault = fault(now);
        if (fault.isPresent()) return Step.no(fault.get());
        if (!by.isPositive()) throw new IllegalArgumentException("not longer by " + by);
        var latest = escrow.made().plus(LONGEST);
        var end = deadline().plus(by);
        return end.isAfter(latest)
                ? Step.no(new EscrowRefusal.TermTooLong(escrow.id(), latest))
                : Step.still(escrow.until(end, escrow.moment(now)));
    }

    /** Gives it back. */
    Step cancel(Instant now) {
        var fault = fault(now);
        return fault.isPresent() ? Step.no(fault.get()) : back(State.CANCELLED, now);
    }

    /** Gives it back if its time is over. */
    Optional<Step> sweep(Instant now) {
        return escrow.state().isTerminal() || !isDue(now) ? Optional.empty() : Optional.of(back(State.EXPIRED, now));
    }

    private Step back(State state, Instant now) {
        var moment = escrow.moment(now);
        var left = escrow.left();
        return Step.back(escrow.paying(BigInteger.ZERO, left, moment).in(state, moment), left);
    }

    private boolean isDue(Instant now) {
        return !escrow.moment(now).isBefore(deadline());
    }

    private Instant deadline() {
        return escrow.deadline().orElse(terms.expires());
    }
}
