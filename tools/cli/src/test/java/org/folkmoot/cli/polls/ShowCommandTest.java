// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A poll is shown with its count and how it came about. */
class ShowCommandTest {
    private static final String POLL = "a0".repeat(32);
    private static final String TALLY = """
            {"poll":"%s","state":"closed","final":true,"rollMembers":3,"counts":{"ballots":"3"},"winners":["A"],
             "rounds":[{"number":1,"tally":{"A":"2","B":"1"},"transfers":{},"words":""}],"words":"A wins.",
             "decision":{"outcome":"passed"}}""".formatted(POLL);

    @TempDir
    Path data;

    private final StandIn services = new StandIn(this::answer);
    private boolean opened = true;

    @BeforeEach
    void start() throws IOException {
        services.runOn(data);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Connection", "close");
            if (!exchange.getRequestURI().toString().endsWith("/tally"))
                send(exchange, 200, "{\"poll\":\"" + POLL + "\",\"decision\":{\"outcome\":\"passed\"},\"last\":1}");
            else if (opened) send(exchange, 200, TALLY);
            else send(exchange, 409, "{\"title\":\"Poll Cancelled\",\"type\":\"urn:folkmoot:problem:poll-cancelled\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Typed show(String more) {
        return Typed.run(("poll show " + POLL + " --data " + data + more).split(" "));
    }

    @Test
    void theCountStandsBeforeTheDecision() {
        assertThat(show("").out()).isEqualTo("""
                poll: %s
                last: 1
                tally:
                  final: true
                  counts:
                    ballots: 3
                  winners:
                    - A
                  rounds:
                    - number: 1
                      tally:
                        A: 2
                        B: 1
                  words: A wins.
                decision:
                  outcome: passed
                """.formatted(POLL));
    }

    @Test
    void programsGetAllOfIt() {
        assertThat(show(" --json").json().at("/tally/rounds/0").toString())
                .isEqualTo("{\"number\":1,\"tally\":{\"A\":\"2\",\"B\":\"1\"},\"transfers\":{},\"words\":\"\"}");
    }

    @Test
    void aPollThatWasNeverOpenHasNoCount() {
        opened = false;

        var typed = show("");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).doesNotContain("tally");
    }
}
