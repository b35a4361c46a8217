// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A constitution says from when on what proposals will move is set aside, and says never if it says nothing. */
class CommitmentTest {
    private static final Path PAGE = Path.of("../../docs/actions.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(treasury:.*?)^```");

    @ParameterizedTest
    @CsvSource({"never, NEVER", "on-passing, ON_PASSING", "on-submission, ON_SUBMISSION"})
    void isReadAsItIsWritten(String word, Commitment commitment) {
        var rules = Samples.read(Samples.YAML + "treasury: { commitment: " + word + " }\n");

        assertThat(rules.treasury().commitment()).isEqualTo(commitment);
    }

    @Test
    void isNeverIfNothingIsSaid() {
        assertThat(Samples.constitution().treasury().commitment()).isEqualTo(Commitment.NEVER);
        assertThat(Samples.read(Samples.YAML + "treasury: { zone: Europe/Oslo }\n")
                        .treasury()
                        .commitment())
                .isEqualTo(Commitment.NEVER);
    }

    @Test
    void thePageShowsOne() throws IOException {
        var examples = BLOCK.matcher(Files.readString(PAGE)).results().toList();

        assertThat(examples)
                .singleElement()
                .satisfies(example -> assertThat(Samples.read(Samples.YAML + example.group(1))
                                .treasury()
                                .commitment())
                        .isEqualTo(Commitment.ON_PASSING));
    }
}
