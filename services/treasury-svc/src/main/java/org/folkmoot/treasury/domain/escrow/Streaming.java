// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.treasury.domain.escrow.Escrow.State;

/** What can be done with a stream. All that is due follows from the time in one formula, never by adding up. */
public record Streaming(Escrow escrow, Terms.Stream terms) {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /** How much is the recipient's by now, taken or not. */
    public BigInteger streamed(Instant now) {
        if (escrow.state() == State.CANCELLED) return terms.amount().subtract(escrow.returned());
        var elapsed = elapsed(escrow.moment(now));
        if (elapsed.compareTo(terms.cliff()) < 0) return BigInteger.ZERO;
        return terms.each()
                .multiply(nanos(elapsed))
                .divide(nanos(terms.lasts()))
                .min(terms.amount());
    }

    /** What of that was not taken yet. */
    public BigInteger accrued(Instant now) {
        return streamed(now).subtract(escrow.released());
    }

    /** Lets time stand still. */
    Step pause(Instant now) {
        if (escrow.state() == State.PAUSED)
            return Step.no(new EscrowRefusal.StateUnchanged(escrow.id(), escrow.state()));
        var moment = escrow.moment(now);
        return over(moment).orElseGet(() -> Step.still(escrow.pausing(Optional.of(moment), escrow.paused(), moment)));
    }

    /** Lets it go on. Time that stood still before the start is none. */
    Step resume(Instant now) {
        if (escrow.state().isTerminal()) return Step.no(new EscrowRefusal.EscrowEnded(escrow.id(), escrow.state()));
        if (escrow.pausedAt().isEmpty()) return Step.no(new EscrowRefusal.StateUnchanged(escrow.id(), escrow.state()));
        var moment = escrow.moment(now);
        var since = escrow.pausedAt().get();
        var from = since.isBefore(terms.starts()) ? terms.starts() : since;
        var more = from.isBefore(moment) ? Duration.between(from, moment) : Duration.ZERO;
        return Step.still(escrow.pausing(Optional.empty(), escrow.paused().plus(more), moment));
    }

    /** Gives back what is not due yet, if it is set aside; what is due stays the recipient's. */
    Step cancel(Instant now) {
        var moment = escrow.moment(now);
        return over(moment).orElseGet(() -> {
            var rest = terms.amount().subtract(streamed(moment));
            var after = escrow.paying(BigInteger.ZERO, rest, moment).in(State.CANCELLED, moment);
            return terms.asDue().isPresent() ? Step.still(after) : Step.back(after, rest);
        });
    }

    private Optional<Step> over(Instant now) {
        if (escrow.state().isTerminal())
            return Optional.of(Step.no(new EscrowRefusal.EscrowEnded(escrow.id(), escrow.state())));
        return streamed(now).equals(terms.amount())
                ? Optional.of(Step.no(new EscrowRefusal.StreamComplete(escrow.id())))
                : Optional.empty();
    }

    /** For how long it has run. */
    private Duration elapsed(Instant now) {
        var until = escrow.pausedAt().filter(now::isAfter).orElse(now);
        return Duration.between(terms.starts(), until).minus(escrow.paused());
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds()).multiply(NANOS).add(BigInteger.valueOf(duration.getNano()));
    }
}
