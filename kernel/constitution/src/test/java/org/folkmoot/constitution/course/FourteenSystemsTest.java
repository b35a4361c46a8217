// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Plugins;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "40 % quorum and 50 % approval" in fourteen systems: ten polls come out as they do there. */
class FourteenSystemsTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples", "decide");

    @ParameterizedTest
    @CsvSource({
        "openzeppelin, PffPfPfPff",
        "compound-bravo, fffPfffPff",
        "aragon-token-voting, PPfPfPfPff",
        "snapshot, PPfPfPfPff",
        "snapshot-x, PffPfPfPff",
        "cosmos-gov, PPfPfPfPff",
        "cosmos-group, ffffffPPff",
        "dao-dao-percent, PPPPfPPPff",
        "dao-dao-majority, PPfPfPfPff",
        "opengov, PffPfPPPff",
        "sns, fffPfffPff",
        "moloch-v3, fffPfffPff",
        "spl-governance, fffPfffPff",
        "celo, PPfPPPfPff",
    })
    void comeOutAsTheyDoThere(String policy, String verdicts) throws IOException {
        var constitution = Constitution.read(Files.readAllBytes(EXAMPLES.resolve("fourteen.yaml")));
        var judge = Judges.of(constitution, Plugins.installed())
                .find(Optional.of(policy))
                .orElseThrow();

        var polls = TallyDocument.read(Files.readAllBytes(EXAMPLES.resolve("ten.yaml")))
                .tallies(Judges.only(judge));

        assertThat(polls.stream()
                        .map(poll -> Explanation.of(judge, poll))
                        .map(found -> found.standing().decision().outcome() == Outcome.PASSED ? "P" : "f")
                        .collect(Collectors.joining()))
                .isEqualTo(verdicts);
    }
}
