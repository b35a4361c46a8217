// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.folkmoot.cli.StandIn;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.client.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is long stands in files. */
class SubmitCommandTest {
    private static final String COMMUNITY = "c0".repeat(32);
    private static final String SWAP = """
            [{"type": "treasury.transfer", "from": "common"},
             {"type": "treasury.transfer", "from": "reserve"}]
            """;

    @TempDir
    Path folder;

    @Test
    void actionsAndTextAreReadFromTheFilesThatAreNamed() throws IOException {
        var swap = Files.writeString(folder.resolve("swap.json"), SWAP);
        var text = Files.writeString(folder.resolve("why.md"), "Because it --helps.\n");
        var posted = new AtomicReference<byte[]>(new byte[0]);
        try (var services = new StandIn(exchange -> {
            posted.set(exchange.getRequestBody().readAllBytes());
            var answer = ("{\"proposal\":\"" + "a0".repeat(32) + "\"}").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        })) {
            services.runOn(folder);
            Typed.run("keys", "new", "cleo", "--keys", folder.toString());

            var typed = submit("--text", "@" + text, "--action", "@" + swap);

            assertThat(typed).isEqualTo(new Typed(0, "a0".repeat(32) + System.lineSeparator(), ""));
            var body = body(posted.get());
            assertThat(body).contains("Because it --helps.").contains("common").contains("reserve");
        }
    }

    @Test
    void aFileThatIsNoneIsSaid() throws IOException {
        try (var nobody = new StandIn(exchange -> exchange.close())) {
            nobody.runOn(folder);
        }
        Typed.run("keys", "new", "cleo", "--keys", folder.toString());

        assertThat(submit("--action", "@" + folder).err()).contains(folder + " is a folder");
        assertThat(submit("--text", "@" + folder.resolve("none")).err()).contains("There is no file");
        assertThat(submit("--action", "[1").code()).isEqualTo(2);
    }

    private Typed submit(String... more) {
        var words = new ArrayList<>(List.of(
                "proposal",
                "submit",
                COMMUNITY,
                "--as",
                "cleo",
                "--title",
                "Swap",
                "--draft",
                "--together",
                "--data",
                folder.toString(),
                "--keys",
                folder.toString()));
        words.addAll(List.of(more));
        return Typed.run(words.toArray(String[]::new));
    }

    private static String body(byte[] envelope) {
        var payload = Api.read(new String(envelope, UTF_8)).path("payload").asText();
        return new String(Base64.getDecoder().decode(payload), UTF_8);
    }
}
