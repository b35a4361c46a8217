// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.Sums;

/**
 * The conviction of one chamber on its way through time. It only goes forward, and is told what the counts come to before they
 * become anything else ({@link #settle}).
 */
final class Growing {
    private static final Fraction NONE = Fraction.of(0, 1);

    private final Growth growth;
    private final Instant begins;
    private final Duration tick;
    private BigInteger grown = BigInteger.ZERO;
    private BigInteger counted = BigInteger.ZERO;
    private long ticks = -1;

    Growing(Growth growth, Instant begins, Duration tick) {
        this.growth = growth;
        this.begins = begins;
        this.tick = tick;
    }

    /** Notes that these are the counts up to this instant, and may be others from it on. */
    void settle(Instant at, Facts facts) {
        if (at.isBefore(begins)) {
            return;
        }
        var passed = passed(at);
        if (passed > ticks) {
            var now = now(facts);
            grown = grown(passed, now);
            counted = now;
            ticks = passed;
        }
    }

    /** What part of the roll's power the conviction has come to at an instant, if the counts are these. */
    Fraction share(Instant at, Facts facts) {
        var whole = facts.rollPower().multiply(Growth.UNIT);
        return at.isBefore(begins) || whole.signum() <= 0 ? NONE : new Fraction(grown(passed(at), now(facts)), whole);
    }

    private long passed(Instant at) {
        return Duration.between(begins, at).dividedBy(tick);
    }

    // What was counted at the last tick counts for one tick more, whatever has been cast since.
    private BigInteger grown(long until, BigInteger now) {
        var next = grown;
        for (var done = Math.max(ticks, 0); done < until; done++) {
            next = growth.next(next, done == ticks ? counted : now);
        }
        return next;
    }

    private BigInteger now(Facts facts) {
        return Sums.of(growth.count(), facts).orElse(BigInteger.ZERO);
    }
}
