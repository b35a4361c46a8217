// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.cli.Typed;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has a file of opening balances checks it without the suite, and is told what a proposal has to say. */
class OpeningCommandTest {
    private static final String CONSTITUTION = "../../examples/quickstart/constitution.yaml";
    private static final String GOOD =
            "account,asset,amount\nmember/" + "01".repeat(32) + ",POINTS,4\ntreasury,POINTS,3\n";

    @TempDir
    Path folder;

    @Test
    void whatADecisionHasToNameIsPrinted() throws IOException {
        var typed = check(GOOD);

        assertThat(typed.code()).isZero();
        assertThat(typed.out())
                .isEqualTo("{\"type\":\"treasury.import\",\"file\":\"" + Hash.of(GOOD.getBytes(UTF_8))
                        + "\",\"rows\":2,\"sums\":[{\"asset\":\"POINTS\",\"amount\":\"7\"}]}\n");
    }

    @Test
    void theFirstTwentyFaultsAreToldAndHowManyThereAre() throws IOException {
        var typed = check(GOOD + "member/x,POINTS,1\n".repeat(30));

        assertThat(typed.code()).isNotZero();
        assertThat(typed.err().lines())
                .hasSize(21)
                .endsWith("30 faults.")
                .first()
                .asString()
                .endsWith("balances.csv:4: 'member/x' is not the name of an account.");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void withTheConstitutionItsAssetsAreKnown() throws IOException {
        var typed = check(GOOD, "--constitution", CONSTITUTION);

        assertThat(typed.code()).isNotZero();
        assertThat(typed.err()).contains("balances.csv:2: There is no asset 'POINTS'.");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBe() {
        assertThat(Typed.run(
                                "treasury",
                                "opening",
                                "check",
                                folder.resolve("nothing.csv").toString())
                        .err())
                .contains("There is no file");
    }

    private Typed check(String text, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("balances.csv"), text);
        var words = new ArrayList<>(List.of("treasury", "opening", "check", file.toString()));
        words.addAll(List.of(more));
        return Typed.run(words.toArray(String[]::new));
    }
}
