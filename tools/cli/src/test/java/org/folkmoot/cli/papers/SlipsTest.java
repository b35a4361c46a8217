// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.papers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one officer reads from slips is what the other one compares. */
class SlipsTest {
    private static final JsonNode MOTION = Api.read("{\"ballot\": {\"method\": \"for-against-abstain\"}}");
    private static final Hash ANN = Hash.of("ann".getBytes(UTF_8));
    private static final Hash BEN = Hash.of("ben".getBytes(UTF_8));
    private static final Hash CAT = Hash.of("cat".getBytes(UTF_8));

    @TempDir
    Path folder;

    @Test
    void aChoiceIsWhatTheMethodOfThePollDefines() throws IOException {
        var slips = read("""
                ann,for
                ben, against

                cat,"{""against"": 1, ""for"": 2}"
                """);

        assertThat(Slips.bodies(slips))
                .isEqualTo(List.of(
                        Map.of("member", ANN.hex(), "choice", "for"),
                        Map.of("member", BEN.hex(), "choice", "against"),
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
                {"slips": [{"member": "%s", "choice": "for"}, {"member": "%s", "choice": {"for": 1, "against": 2}},
                    {"member": "%s", "choice": [{"for": 2}, "against"]}]}""");

        var again = Slips.read(
                Files.writeString(
                        folder.resolve("shown.csv"),
                        String.join(
                                "\n",
                                entered.stream().map(slip -> slip.line(MOTION)).toList())),
                Hash::parse,
                MOTION);

        assertThat(entered.getFirst().line(MOTION)).isEqualTo(ANN.hex() + ",for");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "single-choice  | 1               | 0             | Stew",
                "single-choice  | 2               | 2             | 2",
                "single-choice  | \"Soup, hot\"     | 1             | \"Soup, hot\"",
                "single-choice  | [0]             | 3             | \"[0]\"",
                "approval       | Stew,2,,        | [0,2]         | Stew,2",
                "approval       | []              | []            | \"[]\"",
                "approval       | \"[3, 1]\"       | [3,1]         | \"[0]\",\"Soup, hot\"",
                "approval       | [0]             | [3]           | \"[0]\"",
                "instant-runoff | \"Soup, hot\",1   | [[1],[0]]     | \"Soup, hot\",Stew",
                "instant-runoff | \"[[1],[0,2]]\"  | [[1],[0,2]]   | \"[[1],[0,2]]\"",
                "score          | \"{\"\"0\"\": 5}\" | {\"0\":5}       | \"{\"\"0\"\":5}\""
            })
    void aPollWithOptionsTakesTheWordsThatVoteTakes(String method, String cells, String choice, String shown)
            throws IOException {
        var dishes = definition(method);

        var slip = read("ann," + cells + "\n", dishes).getFirst();

        assertThat(slip.choice()).isEqualTo(choice);
        assertThat(read("ann" + slip.line(dishes).substring(ANN.hex().length()), dishes))
                .containsExactly(slip);
        assertThat(slip.line(dishes)).isEqualTo(ANN.hex() + "," + shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "single-choice | 0      | This poll has no option 0",
                "single-choice | 1,2    | This poll takes one choice",
                "approval      | Fish   | This poll has no option Fish",
                "approval      | ,Stew  | A line has a person and a choice",
                "approval      | ,      | A line has a person and a choice",
                "score         | Stew   | This poll takes numbers for its options"
            })
    void whatIsNoChoiceIsSaid(String method, String cells, String reason) {
        assertThatThrownBy(() -> read("ann," + cells + "\n", definition(method)))
                .isInstanceOf(Usage.class)
                .hasMessageContaining(reason);
    }

    private static JsonNode definition(String method) {
        return Api.read("{\"options\": [\"Stew\", \"Soup, hot\", \"2\", \"[0]\"], \"ballot\": {\"method\": \"" + method
                + "\"}}");
    }

    private List<Slip> read(String text) throws IOException {
        return read(text, MOTION);
    }

    private List<Slip> read(String text, JsonNode definition) throws IOException {
        return Slips.read(
                Files.writeString(folder.resolve("slips.csv"), text),
                person -> Hash.of(person.getBytes(UTF_8)),
                definition);
    }

    private static List<Slip> entered(String json) {
        return Slips.of(Api.read(json.formatted(ANN.hex(), BEN.hex(), CAT.hex())));
    }
}
