// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.folkmoot.voting.reading.TallyFeeds.Told;
import org.jspecify.annotations.Nullable;

/**
 * One who follows a count over a connection, on whose event loop everything here happens. It hears what is new, and that the
 * line is still open when nothing is. Whoever reads slowly misses counts in between, but never the last one.
 */
final class TallyFollower {
    static final String EVENTS = "text/event-stream";
    private static final long SILENCE = Duration.ofSeconds(15).toNanos();
    private static final Buffer NOTHING_NEW = Buffer.buffer(":nothing new\n\n".getBytes(UTF_8));

    private final HttpServerResponse response;
    private final Context loop;
    private Runnable gone = () -> {};
    private @Nullable Told told;
    private @Nullable Told owed;
    private long spoken;

    TallyFollower(HttpServerResponse response, Context loop) {
        this.response = response;
        this.loop = loop;
    }

    /** Answers with a first count; what is to be done when the line is down, is done at least once. */
    void begin(Told first, Runnable whenGone) {
        gone = whenGone;
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, EVENTS);
        response.closeHandler(_ -> gone.run());
        response.exceptionHandler(_ -> gone.run());
        response.drainHandler(_ -> drained());
        hear(first);
    }

    /** Tells a count, from any thread. */
    void tell(Told next) {
        loop.runOnContext(_ -> hear(next));
    }

    /** Ends without a decision, from any thread. */
    void end() {
        loop.runOnContext(_ -> {
            if (!isOver()) response.end();
        });
    }

    private void drained() {
        var next = owed;
        if (next != null) hear(next);
    }

    private void hear(Told next) {
        if (isOver()) {
            gone.run(); // a line that was down before anybody listened to that says nothing
            return;
        }
        owed = response.writeQueueFull() ? next : null;
        if (owed != null) return;
        var now = System.nanoTime();
        var before = told;
        var nothingNew = before != null && next.count().saysTheSameAs(before.count());
        if (nothingNew && now - spoken < SILENCE) return;
        spoken = now;
        told = next;
        if (nothingNew) response.write(NOTHING_NEW);
        else if (next.count().isFinal()) response.end(next.event());
        else response.write(next.event());
    }

    private boolean isOver() {
        return response.ended() || response.closed();
    }
}
