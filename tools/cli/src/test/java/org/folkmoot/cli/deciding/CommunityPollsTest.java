// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A community's past is read from its voting service, page by page, decided polls only. */
class CommunityPollsTest {
    private static final String COMMUNITY = "ab".repeat(32);
    private static final Map<String, String> ANSWERS = Map.of(
            "/v1/communities/" + COMMUNITY + "/polls?limit=200",
            "{\"items\":[" + poll("aa", "everything", "passed")
                    + ",{\"poll\":\"bb\",\"state\":\"open\"}],\"next\":\"n 1\"}",
            "/v1/communities/" + COMMUNITY + "/polls?limit=200&after=n+1",
            "{\"items\":[" + poll("cc", "everything", "passed") + "," + poll("dd", "gone", "passed") + ","
                    + poll("ee", "everything", "passed").replace("{\"policy\"", "{\"stage\":\"fast\",\"policy\"") + ","
                    + poll("ff", "everything", "passed").replace("{\"policy\"", "{\"chamber\":\"council\",\"policy\"")
                    + "]}",
            "/v1/polls/aa/tally",
            tally(30, 5),
            "/v1/polls/cc/tally",
            tally(24, 5),
            "/v1/polls/dd/tally",
            tally(24, 5));

    private final Map<String, String> answers = new HashMap<>(ANSWERS);
    private final StandIn voting = new StandIn(this::answer);

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answers.getOrDefault(exchange.getRequestURI().toString(), "")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @AfterEach
    void close() {
        voting.close();
    }

    @Test
    void decidedPollsOfEveryPageAreDecidedOnceMore() {
        var typed = backtest("examples/decide/candidate.yaml");

        assertThat(typed.err()).isEmpty();
        assertThat(typed.out())
                .startsWith("polls: 2, passed: 1, rejected: 1, otherwise than they were: 1\n"
                        + "left out, because the candidate does not have their policy: 1\n"
                        + "left out, because several bodies or stages decided together: 2\n"
                        + "flips: cc, everything: was passed, now rejected (quorum)\n");
    }

    @Test
    void whatWasIssuedIsReadFromTheDecision(@TempDir Path folder) throws IOException {
        var candidate = Files.readString(Typed.examples().resolve("candidate.yaml"))
                .replaceFirst("(?m)^( *)quorum: .*$", "$1quorum: { count: [for], of: [supply], atLeast: 1/10 }");
        var file = Files.writeString(folder.resolve("candidate.yaml"), candidate);
        var decided = poll("aa", "everything", "passed")
                .replace(
                        "\"outcome\"",
                        "\"trace\":[{\"denominator\":[{\"name\":\"supply\",\"value\":\"%s\"}]}],\"outcome\"");
        for (var supply : List.of("299", "300", "301")) {
            answers.put(
                    "/v1/communities/" + COMMUNITY + "/polls?limit=200",
                    "{\"items\":[" + decided.formatted(supply) + "]}");

            assertThat(backtest(file.toString()).out())
                    .startsWith("polls: 1, passed: " + (supply.equals("301") ? 0 : 1));
        }
    }

    @Test
    void aServiceNeedsItsCommunity() {
        var typed = Typed.run("constitution backtest examples/decide/candidate.yaml --against http://127.0.0.1:1");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("--community");
    }

    private Typed backtest(String candidate) {
        return Typed.run("constitution", "backtest", candidate, "--against", voting.url(), "--community", COMMUNITY);
    }

    private static String poll(String id, String policy, String outcome) {
        return "{\"poll\":\"" + id + "\",\"definition\":{\"policy\":\"" + policy + "\"},\"decision\":{\"outcome\":\""
                + outcome + "\"}}";
    }

    private static String tally(long inFavor, long against) {
        return "{\"rollMembers\":100,\"rollPower\":\"100\",\"ballots\":35,\"counts\":{\"for\":\"" + inFavor
                + "\",\"against\":\"" + against + "\",\"abstain\":\"0\"}}";
    }
}
