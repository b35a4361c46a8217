// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.folkmoot.record.Act;
import org.folkmoot.record.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that sign with one key at once all get their turn, and who is refused reads why. */
class InTurnTest {
    private static final String ID = "c0".repeat(32);
    private static final long AHEAD = 60_000;

    @TempDir
    Path folder;

    private final List<Long> asked = new ArrayList<>();
    private final StandIn service = new StandIn(this::answer);
    private int ahead = 0;
    private long highest = 0;
    private String reason = "seq-replayed";
    private long slow = 0;

    /** Others are ahead of the first so many that come. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Connection", "close");
            if (exchange.getRequestMethod().equals("GET")) {
                send(exchange, 200, "{\"community\":\"" + ID + "\",\"position\":1}");
                return;
            }
            var seq = Act.read(Envelope.read(exchange.getRequestBody().readAllBytes())
                            .payload())
                    .seq();
            asked.add(seq);
            if (asked.size() > ahead) {
                send(exchange, 200, "{\"endsAt\":\"soon\"}");
                return;
            }
            Thread.sleep(slow);
            send(
                    exchange,
                    409,
                    "{\"title\":\"Seq Replayed\",\"type\":\"urn:folkmoot:problem:%s\",\"status\":409,\"seq\":%d,\"last\":%d}"
                            .formatted(reason, seq, Math.max(highest, seq + AHEAD)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @BeforeEach
    void start() throws IOException {
        service.runOn(folder);
        Typed.run("keys", "new", "anna", "--keys", folder.toString());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "renew ID",
                "leave ID",
                "join ID",
                "treasury exit ID --units 1",
                "account pay ID --to a/b --asset SKR --amount 1.00"
            })
    void whoComesLaterTakesTheNextNumber(String words) {
        ahead = 2;

        assertThat(run(words).code()).isZero();
        assertThat(asked).hasSize(3);
        assertThat(asked.get(1)).isEqualTo(asked.get(0) + AHEAD + 1);
        assertThat(asked.get(2)).isEqualTo(asked.get(1) + AHEAD + 1);
    }

    @ParameterizedTest
    @CsvSource({"seq-replayed, 99, 8", "act-duplicate, 99, 1", "poll-closed, 99, 1"})
    void itIsTriedSoManyTimes(String refused, int ahead, int times) {
        this.ahead = ahead;
        reason = refused;

        assertThat(run("renew ID").code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(asked).hasSize(times);
    }

    @Test
    void whatWasSaidLongAgoIsNotSaidAgain() {
        ahead = 1;
        slow = 5_100;

        assertThat(run("renew ID").code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void behindTheHighestNumberThereIsNone() {
        ahead = 99;
        highest = (1L << 53) - 1;

        assertThat(run("renew ID").code()).isEqualTo(ExitCodes.REFUSED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void aRefusalIsToldInWords() {
        ahead = 99;

        assertThat(run("renew ID").err())
                .startsWith(
                        "Seq Replayed (409): Something that you signed with this number or a later one was accepted")
                .contains("\n  seq: ", "\n  last: ")
                .doesNotContain("{", "urn:");
        assertThat(Api.read(run("renew ID --json").err()).path("type").asText())
                .isEqualTo("urn:folkmoot:problem:seq-replayed");
    }

    private Typed run(String words) {
        return Typed.run((words.replace("ID", ID) + " --as anna --data " + folder + " --keys " + folder).split(" "));
    }
}
