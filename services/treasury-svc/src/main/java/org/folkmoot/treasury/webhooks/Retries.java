// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** After which pauses it is tried again. */
record Retries(List<Duration> pauses) {
    private static final int JITTER = 5;
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * The pause after so many tries that failed; nothing after the last. Up to a fifth is added, so that what failed together
     * does not come back together.
     *
     * @param asked how long the receiver asks to be left alone
     */
    Optional<Duration> after(int tries, Duration asked, RandomGenerator random) {
        if (tries > pauses.size()) return Optional.empty();
        var pause = pauses.get(tries - 1);
        var jitter = Duration.ofMillis(random.nextLong(pause.toMillis() / JITTER + 1));
        var least = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        var longer = pause.plus(jitter);
        return Optional.of(longer.compareTo(least) < 0 ? least : longer);
    }
}
