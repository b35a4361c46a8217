// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command on the page about deciding prints what stands below it. */
class DecidingPageTest {
    private static final Pattern SAID =
            Pattern.compile("(?ms)^```sh\\n\\./folkmoot (.*?)\\n```\\n\\n```\\n(.*?)\\n```$");
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    /** A command and what the page says that it prints. */
    record Example(String words, String printed) {
        @Override
        public String toString() {
            return words;
        }
    }

    static List<Example> examples() throws IOException {
        return SAID.matcher(page())
                .results()
                .map((MatchResult found) -> new Example(found.group(1), found.group(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyCommandPrintsWhatThePageSays(Example example) {
        var typed = Typed.run(example.words());

        assertThat(typed.err()).isEmpty();
        assertThat(typed.code()).isZero();
        assertThat(typed.out().strip()).isEqualTo(example.printed().strip());
    }

    @Test
    void noCommandIsLeftOut() throws IOException {
        assertThat(examples()).hasSize((int)
                page().lines().filter(line -> line.startsWith("./folkmoot")).count());
    }

    @Test
    void theTallyOnThePageIsTheOneInTheFile() throws IOException {
        var shown = YAML.matcher(page()).results().map(found -> found.group(1)).toList();

        assertThat(shown).containsExactly(Files.readString(Typed.examples().resolve("pier.yaml")));
    }

    private static String page() throws IOException {
        return Files.readString(Home.find().resolve("docs").resolve("deciding.md"));
    }
}
