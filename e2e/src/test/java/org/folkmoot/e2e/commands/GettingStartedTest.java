// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types what the page says, from its first line to its last. */
class GettingStartedTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");

    @Test
    void thePageDoesWhatItSays(@TempDir Path folder) throws IOException {
        var script = Script.in(folder);
        var typed = folder.resolve("typed.sh");
        Files.writeString(typed, commands());

        try {
            var ended = script.run(List.of("bash", "-eu", typed.toString()));

            assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
            assertThat(ended.out()).contains("balance: 40.00", "treasury  garden  SKR  40.00", "Folkmoot is stopped.");
            assertThat(script.isSilent()).isTrue();
        } finally {
            script.run("down");
        }
    }

    private static String commands() throws IOException {
        var page = Files.readString(Home.find().resolve("docs/getting-started.md"));
        return BLOCK.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining());
    }
}
