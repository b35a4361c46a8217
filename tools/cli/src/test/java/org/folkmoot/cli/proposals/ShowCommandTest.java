// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proposal is shown with what of it the treasury has still to do. */
class ShowCommandTest {
    private static final String COMMUNITY = "c0".repeat(32);
    private static final String PROPOSAL = "a0".repeat(32);
    private static final String WAITING = "/v1/communities/" + COMMUNITY + "/waiting?limit=200&proposal=" + PROPOSAL;
    private static final String SHOWN = "community: " + COMMUNITY + "\nstate: enacting\n";

    @TempDir
    Path data;

    private final StandIn services = new StandIn(this::answer);
    private int status = 200;
    private String type = "";
    private String items = "";
    private boolean json = true;

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
            var asked = exchange.getRequestURI().toString();
            exchange.getResponseHeaders().set("Connection", "close");
            if (asked.equals("/v1/proposals/" + PROPOSAL))
                send(exchange, 200, "{\"community\":\"" + COMMUNITY + "\",\"state\":\"enacting\"}");
            else if (asked.equals(WAITING)) send(exchange, status, json ? waiting() : "<html>Moment, please</html>");
            else send(exchange, 500, "{\"title\":\"nobody asks for " + asked + "\"}");
        }
    }

    private String waiting() {
        return "{\"title\":\"Told\",\"type\":\"" + type + "\",\"items\":[" + items + "]}";
    }

    private static String item(String proposal, String step) {
        return "{\"proposal\":\"" + proposal + "\",\"step\":\"" + step + "\",\"action\":0,\"reason\":\"submission\"}";
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Test
    void whatWaitsIsShownWithWhatItWaitsFor() {
        items = item(PROPOSAL, "enact");

        var typed = show();

        assertThat(typed.out()).isEqualTo(SHOWN + """
                waiting:
                  - proposal: %s
                    step: enact
                    action: 0
                    reason: submission
                """.formatted(PROPOSAL));
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void whatWaitsOfAnotherProposalIsLeftOut() {
        items = item("b0".repeat(32), "commit") + "," + item(PROPOSAL, "enact");

        assertThat(show().out()).contains("step: enact").doesNotContain("step: commit", "b0b0");
    }

    @Test
    void nothingIsSaidWhereNothingWaits() {
        assertThat(show()).isEqualTo(new Typed(0, SHOWN, ""));
    }

    @Test
    void nothingIsSaidWhereTheTreasuryDoesNotKnowTheCommunity() {
        status = 404;
        type = "urn:folkmoot:problem:community-unknown";

        assertThat(show()).isEqualTo(new Typed(0, SHOWN, ""));
    }

    @Test
    void whereTheTreasuryDoesNotAnswerTheRestIsShown() {
        status = 503;

        expectUnknown("Told (503)");
    }

    @Test
    void whereSomethingElseAnswersForTheTreasuryTheRestIsShown() {
        json = false;

        expectUnknown("Not an answer of Folkmoot (200)");
    }

    @Test
    void whereTheTreasuryLeavesOneWaitingTheRestIsShown() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            services.runOn(data, "http://127.0.0.1:" + silent.getLocalPort());

            expectUnknown("No answer from http://127.0.0.1:" + silent.getLocalPort());
        }
    }

    private void expectUnknown(String why) {
        var typed = show();

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).isEqualTo(SHOWN);
        assertThat(typed.err()).startsWith("Whether anything of it waits in the treasury is unknown: " + why);
    }

    private Typed show() {
        return Typed.run("proposal", "show", PROPOSAL, "--data", data.toString());
    }
}
