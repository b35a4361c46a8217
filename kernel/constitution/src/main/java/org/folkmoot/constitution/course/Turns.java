// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Instant;
import java.util.Optional;

/** Finds when the outcome of a stage turns although no ballot is cast. */
record Turns(StageJudge judge, Ballots ballots, Instant begins) {
    /**
     * The millisecond between two instants from which on the outcome is another one. Thresholds that move with time move
     * one way, so it turns at most once, and halving finds it.
     */
    Optional<Instant> between(Instant from, Instant until) {
        var yes = saysYes(from);
        if (saysYes(until) == yes) {
            return Optional.empty();
        }
        var before = from.toEpochMilli();
        var after = until.toEpochMilli();
        while (after - before > 1) {
            var middle = Math.floorDiv(before + after, 2);
            if (saysYes(Instant.ofEpochMilli(middle)) == yes) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return Optional.of(Instant.ofEpochMilli(after)).filter(turned -> turned.isAfter(from));
    }

    private boolean saysYes(Instant at) {
        return judge.saysYes(ballots.facts(begins, at));
    }
}
