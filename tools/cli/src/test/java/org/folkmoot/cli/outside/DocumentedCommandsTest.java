// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.Home;
import org.folkmoot.record.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the pages about money, typed as they stand there, ask the treasury what they say they ask. */
class DocumentedCommandsTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final String COMMUNITY = "c0".repeat(32);
    private static final String PAYOUT = "b0".repeat(32);
    private static final String TOKEN = "a-token-of-the-operator-for-tests-alone";

    @TempDir
    Path data;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final StandIn treasury = new StandIn(this::answer);

    @BeforeEach
    void start() throws IOException {
        treasury.runOn(data);
        Files.createDirectories(data.resolve("secrets"));
        Files.writeString(data.resolve("secrets/operator.token"), TOKEN + "\n");
        assertThat(Typed.run(
                                "keys",
                                "new",
                                "bea",
                                "--keys",
                                data.resolve("keys").toString())
                        .code())
                .isZero();
    }

    @AfterEach
    void stop() {
        treasury.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var operator = exchange.getRequestURI().getPath().startsWith("/v1/operator")
                    && ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            asked.add((operator ? "operator " : "") + exchange.getRequestMethod() + " " + exchange.getRequestURI());
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            var answer = """
                    {"state":"open","items":[],"own":"1.00","kept":"0.00","later":"0.00","owed":"0.00","unconfirmed":"0.00","holds":"1.00",
                     "parts":[{"from":"2026-11-20T10:00:00.000Z","to":"2026-12-01T00:00:00.000Z","remains":"0.40",
                               "out":{"stream":"0.60"},"in":{},"issued":"5.00","retired":"0.00","owed":"0.10","holds":"0.40"}],
                     "assets":[{"asset":"SKR","issued":"1.00","own":"1.00","kept":"0.00","members":"0.00"}]}""".getBytes(UTF_8);
            exchange.getResponseHeaders().set("Connection", "close");
            if (exchange.getRequestMethod().equals("DELETE")) exchange.sendResponseHeaders(204, -1);
            else {
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    @Test
    void whatIsOutside() throws IOException {
        var printed = typed("outside.md");

        assertThat(asked)
                .containsExactly(
                        "POST /v1/communities/" + COMMUNITY + "/attestations",
                        "GET /v1/communities/" + COMMUNITY + "/attestations?limit=50&open=true",
                        "GET /v1/communities/" + COMMUNITY + "/attestations/" + PAYOUT,
                        "GET /v1/communities/" + COMMUNITY + "/payouts?limit=50",
                        "GET /v1/communities/" + COMMUNITY + "/payouts/" + PAYOUT + "/order",
                        "POST /v1/communities/" + COMMUNITY + "/attestations",
                        "operator POST /v1/operator/webhooks",
                        "operator GET /v1/operator/webhooks?limit=50",
                        "operator POST /v1/operator/webhooks/0b7c/rotate",
                        "operator DELETE /v1/operator/webhooks/0b7c");
        assertThat(printed.getFirst()).isEqualTo("open\n");
        assertThat(body(0))
                .isEqualTo(Api.read(
                        "{\"kind\":\"deposit\",\"asset\":\"EUR\",\"account\":\"treasury\",\"amount\":\"250.00\","
                                + "\"reference\":\"2026-11-20/17\",\"at\":\"2026-11-20T09:00:00.000Z\"}"));
        assertThat(body(5))
                .isEqualTo(Api.read("{\"kind\":\"payout\",\"payout\":\"" + PAYOUT
                        + "\",\"reference\":\"2026-11-24/3\",\"outcome\":\"done\"}"));
        assertThat(Api.read(bodies.get(6)).path("types").get(0).asText()).isEqualTo("treasury.transfer-posted.v1");
        assertThat(Files.readString(data.resolve("order.xml"))).contains("\"state\"");
    }

    @Test
    void whatIsPromised() throws IOException {
        var printed = typed("treasury.md");

        assertThat(asked)
                .containsExactly(
                        "GET /v1/communities/" + COMMUNITY + "/ledger",
                        "GET /v1/communities/" + COMMUNITY
                                + "/forecast?asset=SKR&until=2027-12-31T23%3A00%3A00Z&by=month",
                        "GET /v1/communities/" + COMMUNITY
                                + "/forecast/calendar?asset=SKR&until=2027-12-31T23%3A00%3A00Z&by=month",
                        "GET /v1/communities/" + COMMUNITY
                                + "/forecast?asset=SKR&until=2027-01-31T23%3A00%3A00Z&by=week&account=treasury",
                        "GET /v1/communities/" + COMMUNITY + "/waiting?limit=50",
                        "POST /v1/communities/" + COMMUNITY + "/payments",
                        "GET /v1/communities/" + COMMUNITY + "/statements/treasury?limit=50&asset=SKR",
                        "GET /v1/communities/" + COMMUNITY + "/journal/jsonl");
        assertThat(body(5).path("legs"))
                .isEqualTo(Api.read("[{\"to\":\"harbour\",\"asset\":\"SKR\",\"amount\":\"40.00\"}]"));
        assertThat(Files.readString(data.resolve("journal.jsonl"))).contains("\"state\"");
        assertThat(printed.getFirst()).contains("assets: asset  issued", "  SKR  1.00  —  1.00  0.00  0.00");
        assertThat(printed.get(1)).isEqualTo("""
                        own 1.00  kept 0.00
                        2026-11-20T10:00:00.000Z  2026-12-01T00:00:00.000Z  remains 0.40  − stream 0.60
                        later 0.00  unconfirmed 0.00  owed 0.00
                        """);
        assertThat(printed.get(2)).isEqualTo("""
                        holds 1.00
                        2026-11-20T10:00:00.000Z  2026-12-01T00:00:00.000Z  holds 0.40  − stream 0.60  issued 5.00  retired 0.00  owed 0.10
                        """);
    }

    @Test
    void withoutTheTokenNothingIsAsked() throws IOException {
        Files.delete(data.resolve("secrets/operator.token"));

        var typed = Typed.run("webhook", "list", "--data", data.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("operator.token");
        assertThat(asked).isEmpty();
    }

    /** What was signed. */
    private com.fasterxml.jackson.databind.JsonNode body(int request) {
        var envelope = Envelope.read(bodies.get(request).getBytes(UTF_8));
        return Api.read(new String(envelope.payload(), UTF_8)).path("body");
    }

    /** Types every command of a page, and gives what each printed. */
    private List<String> typed(String page) throws IOException {
        var text = Files.readString(Home.find().resolve("docs").resolve(page));
        var printed = new ArrayList<String>();
        for (var block : BLOCK.matcher(text).results().toList())
            for (var line : block.group(1).replace("\\\n", "").split("\n")) {
                var typed = Typed.run(words(line));
                assertThat(typed.code()).as(line + "\n" + typed.err()).isZero();
                printed.add(typed.out());
            }
        return printed;
    }

    private String[] words(String line) {
        var said = line.replace("$COMMUNITY", COMMUNITY)
                .replace("$ATTESTATION", PAYOUT)
                .replace("$PAYOUT", PAYOUT)
                .replace("$WEBHOOK", "0b7c")
                .replace("order.xml", data.resolve("order.xml").toString())
                .replace("journal.jsonl", data.resolve("journal.jsonl").toString());
        return Stream.concat(
                        Arrays.stream(said.strip().split(" +")).skip(1),
                        Stream.of(
                                "--data",
                                data.toString(),
                                "--keys",
                                data.resolve("keys").toString()))
                .toArray(String[]::new);
    }
}
