// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.papers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.papers.Slips.Slip;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one officer reads from slips is what the other one compares. */
class SlipsTest {
    private static final Hash ANN = Hash.of("ann".getBytes(UTF_8));
    private static final Hash BEN = Hash.of("ben".getBytes(UTF_8));
    private static final Hash CAT = Hash.of("cat".getBytes(UTF_8));

    @TempDir
    Path folder;

    @Test
    void aChoiceIsWhatTheMethodOfThePollDefines() throws IOException {
        var slips = read("""
                ann,for
                ben, 2

                cat,"{""against"": 1, ""for"": 2}"
                """);

        assertThat(Slips.bodies(slips))
                .isEqualTo(List.of(
                        Map.of("member", ANN.hex(), "choice", "for"),
                        Map.of("member", BEN.hex(), "choice", 2),
                        Map.of("member", CAT.hex(), "choice", Map.of("for", 2, "against", 1))));
    }

    /** A mark of the byte order, names of the columns, and line ends of Windows. */
    @Test
    void aTableOfASpreadsheetIsReadAsWell() throws IOException {
        var slips = read("\uFEFFPerson,Choice\r\nann,for\r\nben,against\r\n");

        assertThat(slips).containsExactly(new Slip(ANN, "\"for\""), new Slip(BEN, "\"against\""));
    }

    @Test
    void whatIsShownCanBeReadAgain() throws IOException {
        var entered = entered("""
                {"slips": [{"member": "%s", "choice": "for"}, {"member": "%s", "choice": 10},
                    {"member": "%s", "choice": [[1], [0, 2]]}]}""");

        var again = Slips.read(
                Files.writeString(
                        folder.resolve("shown.csv"),
                        String.join("\n", entered.stream().map(Slip::line).toList())),
                Hash::parse);

        assertThat(entered.getFirst().line()).isEqualTo(ANN.hex() + ",for");
        assertThat(again).isEqualTo(entered);
        assertThat(Slips.differing(entered, again)).isEmpty();
    }

    @Test
    void everyDifferenceIsNamed() throws IOException {
        var entered = entered("""
                {"slips": [{"member": "%s", "choice": "for"}, {"member": "%s", "choice": "against"}]}""");

        assertThat(Slips.differing(entered, read("ann,against\ncat,for\ncat,for\n")))
                .containsExactly(
                        CAT + " is twice in your file",
                        ANN + " is entered with \"for\" and has \"against\" in your file",
                        BEN + " is entered with \"against\" and not in your file",
                        CAT + " has \"for\" in your file and is not entered");
        assertThat(Slips.differing(entered, read("ben,against\nann,for\n"))).isEmpty();
    }

    @Test
    void aLineHasAPersonAndAChoice() {
        assertThatThrownBy(() -> read("ann,for,against\n")).isInstanceOf(Usage.class);
        assertThatThrownBy(() -> read("ann,[1\n")).isInstanceOf(Usage.class);
    }

    private List<Slip> read(String text) throws IOException {
        return Slips.read(
                Files.writeString(folder.resolve("slips.csv"), text), person -> Hash.of(person.getBytes(UTF_8)));
    }

    private static List<Slip> entered(String json) {
        return Slips.of(Api.read(json.formatted(ANN.hex(), BEN.hex(), CAT.hex())));
    }
}
