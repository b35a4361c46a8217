// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows a poll reads a line for each count. */
class WatchTest {
    private static final String POLL = "a0".repeat(32);
    private static final String COUNTS = """
            event: tally
            data: {"at":"2026-11-20T10:00:01Z","state":"open","accepted":1,"words":"For 1."}

            data: {"at":"2026-11-20T10:00:02Z","state":"open","accepted":2}

            data: {"at":"2026-11-20T10:00:03Z","state":"closed","ballots":2,"words":"For 2.","decision":{"words":"Passed."}}

            """;

    @TempDir
    Path data;

    @Test
    void eachCountIsALine() throws IOException {
        assertThat(watch("").out()).isEqualTo("""
                2026-11-20T10:00:01Z  open  1 ballot  For 1.
                2026-11-20T10:00:02Z  open  2 ballots
                2026-11-20T10:00:03Z  closed  2 ballots  For 2.  Passed.
                """);
    }

    @Test
    void programsGetTheWholeCounts() throws IOException {
        assertThat(watch(" --json").out()).contains("\"accepted\" : 1", "\"decision\"");
    }

    private Typed watch(String more) throws IOException {
        try (var services = new StandIn(WatchTest::answer)) {
            services.runOn(data);
            return Typed.run(("poll watch " + POLL + " --data " + data + more).split(" "));
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            var bytes = COUNTS.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
