// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a poll that could go on does not, and when it is tried again.
 *
 * @param since when it first could have gone on
 * @param until when it is tried again
 * @param failures how often its plugins were asked in vain
 */
public record Pause(String reason, Instant since, Instant until, int failures) {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLED = 6;

    /** A plugin is not there. To look again costs nothing. */
    public static Pause missing(Optional<Pause> before, String reason, Instant now) {
        return new Pause(
                reason,
                before.map(Pause::since).orElse(now),
                now.plus(LOOK),
                before.map(Pause::failures).orElse(0));
    }

    /** A plugin was asked in vain: it is asked again after a minute, and each time after twice as long, up to 64. */
    public static Pause failed(Optional<Pause> before, String reason, Instant now) {
        var failures = before.map(Pause::failures).orElse(0) + 1;
        var rest = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLED));
        return new Pause(reason, before.map(Pause::since).orElse(now), now.plus(rest), failures);
    }
}
