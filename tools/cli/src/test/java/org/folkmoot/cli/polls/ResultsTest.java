// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.client.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a community's polls came to, page by page. */
class ResultsTest {
    private static final String COMMUNITY = "ab".repeat(32);
    private static final Map<String, String> ANSWERS = Map.of(
            "/v1/communities/" + COMMUNITY + "/polls?limit=200",
            "{\"items\":[" + poll("aa", "=Roof, now?") + ",{\"poll\":\"bb\",\"state\":\"open\"}],\"next\":\"n\"}",
            "/v1/communities/" + COMMUNITY + "/polls?limit=200&after=n",
            "{\"items\":[" + poll("cc", "Trees") + "]}",
            "/v1/polls/aa/tally",
            tally("aa", "\"winners\":[\"Oak\",\"-Elm\"],\"decimals\":2,"),
            "/v1/polls/cc/tally",
            tally("cc", ""));

    @TempDir
    Path data;

    private final StandIn voting = new StandIn(this::answer);

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = ANSWERS.getOrDefault(exchange.getRequestURI().toString(), "")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String poll(String id, String question) {
        return "{\"poll\":\"" + id + "\",\"state\":\"closed\",\"definition\":{\"proposal\":\"p" + id
                + "\",\"policy\":\"spend\",\"question\":\"" + question + "\"}}";
    }

    private static String tally(String id, String more) {
        return "{\"poll\":\"" + id + "\",\"at\":\"2026-11-28T10:00:00.000Z\",\"rollMembers\":3,\"rollPower\":\"3\","
                + "\"ballots\":2,\"counts\":{\"winner\":\"2\"}," + more
                + "\"rounds\":[],\"words\":\"Two.\",\"decision\":{\"outcome\":\"passed\"}}";
    }

    @BeforeEach
    void start() throws IOException {
        voting.runOn(data);
    }

    @AfterEach
    void stop() {
        voting.close();
    }

    @Test
    void aTableHasARowForEachClosedPoll() {
        assertThat(results("csv")).isEqualToNormalizingNewlines("""
                        poll,proposal,policy,stage,chamber,question,at,outcome,winners,rollMembers,rollPower,ballots,counts,decimals,words
                        aa,paa,spend,,,"'=Roof, now?",2026-11-28T10:00:00.000Z,passed,"[""Oak"",""-Elm""]",3,3,2,"{""winner"":""2""}",2,Two.
                        cc,pcc,spend,,,Trees,2026-11-28T10:00:00.000Z,passed,,3,3,2,"{""winner"":""2""}",,Two.
                        """);
    }

    @Test
    void linesHaveTheWholeTally() {
        var lines = results("jsonl").lines().map(Api::read).toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("question").asText()).isEqualTo("=Roof, now?");
        assertThat(lines.getLast().at("/decision/outcome").asText()).isEqualTo("passed");
    }

    private String results(String format) {
        return Typed.run("poll results " + COMMUNITY + " --format " + format + " --data " + data)
                .out();
    }
}
