// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One process is killed.
 *
 * @param after how long after everything answered again
 * @param again how long after it was started again it is killed once more, perhaps before it answers
 */
record Strike(String victim, Duration after, Optional<Duration> again) {
    private static final List<String> VICTIMS = List.of("treasury", "postgres", "kafka");
    private static final int LEAST = 300;
    private static final int MOST = 3_000;
    private static final int SOON = 4_000;
    private static final int ONE_IN = 6;

    /** So many kills in a random order, as many of each as can be; what a seed gives is always the same. */
    static List<Strike> plan(int times, Random random) {
        var victims = new ArrayList<String>();
        for (int i = 0; i < times; i++) victims.add(VICTIMS.get(i % VICTIMS.size()));
        Collections.shuffle(victims, random);
        return victims.stream()
                .map(victim -> new Strike(
                        victim,
                        Duration.ofMillis(random.nextInt(LEAST, MOST)),
                        random.nextInt(ONE_IN) == 0
                                ? Optional.of(Duration.ofMillis(random.nextInt(SOON)))
                                : Optional.empty()))
                .toList();
    }
}
