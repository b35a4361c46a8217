// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;

/**
 * A rule that moves the deadline when something happens shortly before it, so that others can answer.
 *
 * @param trigger what must happen
 * @param rule the rule of the main chamber to which it must happen; to the whole decision, if none is named
 * @param within how long before the deadline it must happen; at any time, if nothing is said
 * @param extend how long the poll stays open from then on at least
 * @param quiet instead of that, the quiet time w of the Internet Computer's rule: open for w + (period − elapsed) / 2
 * @param upTo how much later than planned the poll closes at most
 * @param times how often the deadline moves at most
 */
public record Late(
        Trigger trigger,
        Optional<String> rule,
        Optional<Duration> within,
        Optional<Duration> extend,
        Optional<Duration> quiet,
        Duration upTo,
        long times) {
    /** What moves a deadline. */
    public enum Trigger {
        /** The rule holds for the first time. */
        REACHED,
        /** The rule holds and did not before, or the other way round. */
        CHANGES
    }
}
