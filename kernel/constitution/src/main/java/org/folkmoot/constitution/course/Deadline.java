// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Late;
import org.folkmoot.constitution.Timing;

/**
 * When the polls of a stage close, as far as is known: late ballots may move it.
 *
 * <p>With {@code extend}, a poll stays open for that long from the ballot on. With {@code quiet} it stays open for
 * w + (period − elapsed) / 2, the Internet Computer's wait-for-quiet. Neither ever brings the deadline forward.
 */
final class Deadline {
    private final Instant opensAt;
    private final Timing timing;
    private Instant at;
    private long moves;
    private boolean reachedBefore;

    Deadline(Instant opensAt, Timing timing) {
        this.opensAt = opensAt;
        this.timing = timing;
        this.at = opensAt.plus(timing.period());
    }

    Instant at() {
        return at;
    }

    /** The first instant at which no ballot is taken any more. */
    Instant closesAt() {
        return at.plus(timing.grace());
    }

    /** Notes that a ballot turned the rule, or not; true if the deadline moved. What time alone reached was reached before. */
    boolean note(Late late, Instant now, boolean before, boolean after, boolean settled) {
        reachedBefore |= before;
        var turned = switch (late.trigger()) {
            case REACHED -> after && !reachedBefore;
            case CHANGES -> before != after && !settled;
        };
        reachedBefore |= after;
        if (!turned || moves >= late.times() || isEarly(late, now)) {
            return false;
        }
        var latest = opensAt.plus(timing.period()).plus(late.upTo());
        var moved = earlier(latest, now.plus(stay(late, now)));
        if (!moved.isAfter(at)) {
            return false;
        }
        at = moved;
        moves++;
        return true;
    }

    private boolean isEarly(Late late, Instant now) {
        return late.within().map(within -> now.isBefore(at.minus(within))).orElse(false);
    }

    private Duration stay(Late late, Instant now) {
        var left = timing.period().minus(Duration.between(opensAt, now));
        return late.extend()
                .orElseGet(() -> Optional.of(Math.floorDiv(left.toMillis(), 2))
                        .map(Duration::ofMillis)
                        .map(late.quiet().orElse(Duration.ZERO)::plus)
                        .orElseThrow());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
