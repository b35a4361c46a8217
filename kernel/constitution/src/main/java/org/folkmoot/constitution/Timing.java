// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;

/**
 * How long each part of a stage takes.
 *
 * @param delay from the submission, or the stage before, to the opening of the poll
 * @param prepare for how long after the opening ballots are taken, but nothing is decided; the period begins then
 * @param period from there to the deadline
 * @param grace for how long ballots are taken after the deadline; on a clock of whole seconds a deadline that is itself
 *     still in time is a grace of one second
 * @param late what moves the deadline
 * @param confirm for how long the rules must hold without a break before the proposal passes
 * @param coolOff the time after the deadline in which only some choices are taken
 * @param tick if given, the rules are looked at only every so often from the beginning of the period on, as on a chain
 *     of blocks: what is cast in between, or at the very instant, is looked at the next time
 * @param timelock from the decision to the first moment of enactment
 * @param sliding a timelock that grows with resistance, on top of that
 * @param expires from there to the moment from which on nothing is enacted any more
 * @param window when it can be enacted at all, counted from the opening of the poll
 */
public record Timing(
        Duration delay,
        Duration prepare,
        Duration period,
        Duration grace,
        Optional<Late> late,
        Optional<Duration> confirm,
        Optional<CoolOff> coolOff,
        Optional<Duration> tick,
        Duration timelock,
        Optional<Sliding> sliding,
        Duration expires,
        Window window) {
    /**
     * When something can be enacted, whenever it was decided.
     *
     * @param from how long after the opening at the earliest
     * @param until from when after the opening on not any more
     */
    public record Window(Duration from, Optional<Duration> until) {
        /** At any time. */
        public static final Window ANY = new Window(Duration.ZERO, Optional.empty());
    }

    /** From the opening of a poll to the first moment at which it is decided, whatever is cast. */
    public Duration latest() {
        // Both the close and what follows it may have to wait for the clock.
        return longest().plus(tick.orElse(Duration.ZERO).multipliedBy(2));
    }

    /** The longest that a poll can be open, from its opening to the last moment at which a ballot is taken. */
    public Duration longest() {
        return prepare.plus(period)
                .plus(late.map(Late::upTo).orElse(Duration.ZERO))
                .plus(grace)
                .plus(confirm.orElse(Duration.ZERO))
                .plus(coolOff.map(CoolOff::lasts).orElse(Duration.ZERO));
    }

    /** From the opening to the first moment at which no ballot is taken any more, if nothing moves it. */
    public Duration open() {
        return prepare.plus(period).plus(grace);
    }

    /** Whether a poll closes at {@link #open} whatever is cast. */
    public boolean closesAsPlanned() {
        return late.isEmpty() && confirm.isEmpty() && coolOff.isEmpty() && tick.isEmpty();
    }

    /** Whether it does, and nothing is asked of any other moment. */
    public boolean fixed() {
        return closesAsPlanned() && prepare.isZero();
    }
}
