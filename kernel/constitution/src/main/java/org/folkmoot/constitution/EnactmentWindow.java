// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.time.Instant;
import org.folkmoot.policy.Facts;

/**
 * When what passed can be enacted: in {@code [from, until)}. It is never, if that is empty: what was decided late may find
 * its window closed before its timelock ends.
 *
 * @param timelock from the decision on, with what resistance added to it
 */
public record EnactmentWindow(Duration timelock, Instant from, Instant until) {
    /**
     * Works it out from the timing of the last stage.
     *
     * @param opensAt when the poll of that stage opened
     * @param decidedAt when that stage was decided
     * @param facts the ballots of its main chamber at the decision, which a sliding timelock looks at
     */
    public static EnactmentWindow of(Timing timing, Instant opensAt, Instant decidedAt, Facts facts) {
        var slid = timing.sliding().map(sliding -> sliding.at(facts)).orElse(Duration.ZERO);
        var timelock = timing.timelock().plus(slid);
        var due = decidedAt.plus(timelock);
        var earliest = opensAt.plus(timing.window().from());
        var from = due.isBefore(earliest) ? earliest : due;
        var longest = from.plus(timing.expires());
        var until = timing.window()
                .until()
                .map(opensAt::plus)
                .filter(longest::isAfter)
                .orElse(longest);
        return new EnactmentWindow(timelock, from, until);
    }

    /** Whether there is no moment at which it can be enacted. */
    public boolean isNever() {
        return !from.isBefore(until);
    }
}
