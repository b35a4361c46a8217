// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;

/**
 * How long each part of a stage takes.
 *
 * @param delay from the submission, or the stage before, to the opening of the poll
 * @param period from the opening to the deadline
 * @param grace for how long ballots are taken after the deadline; on a clock of whole seconds a deadline that is itself
 *     still in time is a grace of one second
 * @param late what moves the deadline
 * @param confirm for how long the rules must hold without a break before the proposal passes
 * @param coolOff the time after the deadline in which only some choices are taken
 * @param timelock from the decision to the first moment of enactment
 * @param sliding a timelock that grows with resistance, on top of that
 * @param expires from there to the moment from which on nothing is enacted any more
 */
public record Timing(
        Duration delay,
        Duration period,
        Duration grace,
        Optional<Late> late,
        Optional<Duration> confirm,
        Optional<CoolOff> coolOff,
        Duration timelock,
        Optional<Sliding> sliding,
        Duration expires) {
    /** The longest that a poll can be open, from its opening to the last moment at which a ballot is taken. */
    public Duration longest() {
        return period.plus(late.map(Late::upTo).orElse(Duration.ZERO))
                .plus(grace)
                .plus(confirm.orElse(Duration.ZERO))
                .plus(coolOff.map(CoolOff::lasts).orElse(Duration.ZERO));
    }

    /** From the opening to the first moment at which no ballot is taken any more, if nothing moves it. */
    public Duration open() {
        return period.plus(grace);
    }

    /** Whether the moment of the close is known when the poll opens. */
    public boolean fixed() {
        return late.isEmpty() && confirm.isEmpty() && coolOff.isEmpty();
    }
}
