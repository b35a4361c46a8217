// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Duration;

/**
 * How far a clock is from another one.
 *
 * @param ahead how far it is ahead; negative if it is behind
 * @param most how far it may be either way
 */
public record Skew(Duration ahead, Duration most) {
    /** Whether one may act by it. */
    public boolean isTolerable() {
        return ahead.abs().compareTo(most) <= 0;
    }

    /** Why one may not. */
    public Refusal.ClockOff refusal() {
        return new Refusal.ClockOff(ahead.toMillis(), most.toMillis());
    }

    /** What whoever sets clocks wants to know. */
    public String words() {
        return "the clock here is " + ahead.abs() + (ahead.isNegative() ? " behind" : " ahead of")
                + " that of the database, and may be " + most;
    }
}
