// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds when something comes about although no ballot is cast. */
record Turns(StageJudge judge, Ballots ballots, Instant begins) {
    /** The millisecond between two instants from which on the stage says something else. */
    Optional<Instant> between(Instant from, Instant until) {
        return first(from, until, saysYes(from), this::saysYes);
    }

    /**
     * The millisecond between two instants from which on the stage is decided early, though at the first one it is not yet. A
     * threshold that moves with time may settle it, and so may a condition of its own.
     */
    Optional<Instant> early(Instant from, Instant until) {
        return from.isBefore(begins) || isEarly(from) ? Optional.empty() : first(from, until, false, this::isEarly);
    }

    // What moves with time moves one way, so it turns at most once, and halving finds it.
    private static Optional<Instant> first(Instant from, Instant until, boolean was, Predicate<Instant> test) {
        if (test.test(until) == was) {
            return Optional.empty();
        }
        var before = from.toEpochMilli();
        var after = until.toEpochMilli();
        while (after - before > 1) {
            var middle = Math.floorDiv(before + after, 2);
            if (test.test(Instant.ofEpochMilli(middle)) == was) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return Optional.of(Instant.ofEpochMilli(after)).filter(turned -> turned.isAfter(from));
    }

    private boolean saysYes(Instant at) {
        return judge.saysYes(ballots.facts(at));
    }

    private boolean isEarly(Instant at) {
        return judge.early(ballots.facts(at), ballots.ownFacts(at), Duration.between(begins, at))
                .isPresent();
    }
}
