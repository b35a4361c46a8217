// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks a service again and again until it says what is waited for. */
public final class Waiting {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private Waiting() {}

    /** The first answer that is as wanted; after {@code patience} it fails with what was waited for. */
    public static JsonNode until(String what, Duration patience, Supplier<JsonNode> ask, Predicate<JsonNode> wanted) {
        var begin = System.nanoTime();
        var deadline = begin + patience.toNanos();
        var last = "no answer";
        while (System.nanoTime() < deadline) {
            try {
                var answer = ask.get();
                if (wanted.test(answer)) return answer;
                last = String.join(", ", Fields.of(answer)).replaceAll("\\s+", " ");
            } catch (RefusedByService e) {
                // 404: another service has not heard of it yet. 503: it says itself that it is to be asked again.
                if (e.status() != 404 && e.status() != 503) throw e;
                last = e.reason();
            }
            LockSupport.parkNanos(
                    pause(Duration.ofNanos(System.nanoTime() - begin)).toNanos());
        }
        throw new WaitedTooLong(
                "Waited " + patience.toSeconds() + " s for " + what + ", and the last answer was " + last);
    }

    /** A tenth of what was waited already: what comes soon is heard of at once, and a long vote is not asked after all the time. */
    static Duration pause(Duration waited) {
        var tenth = waited.dividedBy(10);
        if (tenth.compareTo(SHORTEST) < 0) return SHORTEST;
        return tenth.compareTo(LONGEST) > 0 ? LONGEST : tenth;
    }
}
