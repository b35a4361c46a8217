// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks a service again and again until it says what is waited for. */
public final class Waiting {
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Waiting() {}

    /** The first answer that is as wanted; after {@code patience} it fails with what was waited for. */
    public static JsonNode until(String what, Duration patience, Supplier<JsonNode> ask, Predicate<JsonNode> wanted) {
        var deadline = System.nanoTime() + patience.toNanos();
        var last = "no answer";
        while (System.nanoTime() < deadline) {
            try {
                var answer = ask.get();
                if (wanted.test(answer)) return answer;
                last = answer.toString();
            } catch (RefusedByService e) {
                // 404: another service has not heard of it yet. 503: it says itself that it is to be asked again.
                if (e.status() != 404 && e.status() != 503) throw e;
                last = e.reason();
            }
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        throw new WaitedTooLong(
                "Waited " + patience.toSeconds() + " s for " + what + ", and the last answer was " + last);
    }
}
