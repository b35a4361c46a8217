// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever hears no answer is told how to ask again, so that nothing is done twice. */
class OnceTest {
    private static final String COMMUNITY = "c0".repeat(32);
    private static final String ESCROW = "e0".repeat(32);

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final StandIn treasury = new StandIn(this::answer);
    private int status = 0;

    /** Takes what is asked, and answers with a status, or ends the connection without a word. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var payload = Api.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                    .path("payload")
                    .asText();
            asked.add(Api.read(new String(Base64.getDecoder().decode(payload), UTF_8))
                    .path("body")
                    .path("id")
                    .asText());
            if (status > 0) {
                exchange.sendResponseHeaders(status, 2);
                exchange.getResponseBody().write("{}".getBytes(UTF_8));
            }
        }
    }

    @BeforeEach
    void start() throws IOException {
        treasury.runOn(folder);
        Typed.run("keys", "new", "anna", "--keys", folder.toString());
    }

    @AfterEach
    void stop() {
        treasury.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "treasury spend COMMUNITY --from a --to b --asset SKR --amount 1.00",
                "treasury exit COMMUNITY --units 1",
                "escrow withdraw COMMUNITY ESCROW",
                "expense claim COMMUNITY --from a --asset SKR --amount 1.00 --receipt ESCROW"
            })
    void whoHearsNothingAsksAgainWithTheSameName(String words) {
        var first = run(words);

        assertThat(first.code()).isEqualTo(1);
        var name = asked.getLast();
        assertThat(name).isNotEmpty();
        assertThat(first.err()).contains("Ask again with --id " + name + ": then nothing is done twice.");
        assertThat(run(words + " --id " + name).err()).contains("--id " + name);
        assertThat(asked.getLast()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"499, false", "500, true", "503, true"})
    void aFaultOfTheServiceTellsNotWhetherItWasDone(int answered, boolean maybe) {
        status = answered;

        assertThat(run("treasury exit COMMUNITY --units 1").err().contains("Ask again"))
                .isEqualTo(maybe);
    }

    private Typed run(String words) {
        return Typed.run((words.replace("COMMUNITY", COMMUNITY).replace("ESCROW", ESCROW) + " --as anna --data "
                        + folder + " --keys " + folder)
                .split(" "));
    }
}
