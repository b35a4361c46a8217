// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command on the page about tallying prints what stands below it. */
class TallyPageTest {
    private static final Pattern SAID =
            Pattern.compile("(?ms)^```sh\\n\\./folkmoot tally (.*?)\\n```\\n\\n```\\n(.*?)\\n```$");

    /** The words behind the command, and what the page says that it prints. */
    record Example(String words, String printed) {
        @Override
        public String toString() {
            return words;
        }
    }

    static List<Example> examples() throws IOException {
        return SAID.matcher(page())
                .results()
                .map(found -> new Example(found.group(1), found.group(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyCommandPrintsWhatThePageSays(Example example) {
        var typed = Typed.run("tally " + example.words().replace(" \\\n", " ").replaceAll(" +", " "));

        assertThat(typed.err()).isEmpty();
        assertThat(typed.out().strip()).isEqualTo(example.printed().strip());
    }

    @Test
    void thePageHasExamples() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(4);
    }

    private static String page() throws IOException {
        return Files.readString(Home.find().resolve("docs").resolve("tallying.md"));
    }
}
