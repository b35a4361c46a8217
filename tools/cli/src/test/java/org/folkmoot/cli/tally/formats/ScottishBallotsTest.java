// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScottishBallotsTest {
    private static final String TWO = "\"Candidate 1\",\"Ann\",\"Red (R)\",\n\"Candidate 2\",\"Bob\",\"Blue (B)\",\n";

    @TempDir
    Path folder;

    @Test
    void readsAWard() throws IOException {
        var read = ScottishBallots.read(Home.find().resolve("examples/tally/ward.csv"));

        assertThat(read.title()).isEqualTo("Ward 3 - Kyle, Skerry and Sound");
        assertThat(read.seats()).hasValue(2);
        assertThat(read.rule().method()).hasValue("stv-scottish");
        assertThat(read.candidates()).containsExactly("Ailsa Craig", "Bryce Lamont", "Catriona Muir", "Duncan Roy");
        assertThat(read.ballots()).isEqualTo(Map.of("[0,1]", 5L, "[1,2]", 4L, "[2,0]", 3L, "[0]", 2L, "[3,2,1]", 1L));
    }

    @Test
    void countsItByTheStatutoryRuleUnlessAnotherIsAskedFor() throws IOException {
        var file = Files.writeString(folder.resolve("ward.csv"), "2,1,\n2,1,2,\n1,2,\n" + TWO + "\"Ward 1\",\n");

        assertThat(Typed.run("tally " + file).out()).contains("ward.csv  stv-scottish  [\"Ann\"]", "the quota is 2");
        assertThat(Typed.run("tally " + file + " --method plurality").out()).contains("plurality", "Ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,1\n3,1,2\n1,2\n" + TWO + "\"Ward 1\"\n",
                "\uFEFF2,1,\r\n\r\n3,1,2,\r\n\r\n1,2,\r\n" + TWO + "\r\n\"\"Ward 1\"\",\r\n\r\n",
                "2,1,,,\n1,1,2,,\n2,1,2,,\n1,2,,,\n" + TWO + "Ward 1,,,\n"
            })
    void commasAndBlankLinesMayStandOrNot(String text) throws IOException {
        var read = ward(text);

        assertThat(read.title()).isEqualTo("Ward 1");
        assertThat(read.candidates()).containsExactly("Ann", "Bob");
        assertThat(read.ballots()).isEqualTo(Map.of("[0,1]", 3L, "[1]", 1L));
    }

    @Test
    void thoseWhoShareANameAreToldApartByTheirParty() throws IOException {
        var read = ward("3,1,\n1,1,\n\"Candidate 1\",\"Ann\",\"Red\",\n\"Candidate 2\",\"Bob\",\"Red\",\n"
                + "\"Candidate 3\",\"Ann\",\"Blue\",\n\"Ward\",\n");

        assertThat(read.candidates()).containsExactly("Ann, Red", "Bob", "Ann, Blue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,3,                 | line 1: there are from 1 to 10000 candidates, and no more seats than these",
                "2,0,                 | line 1: there are from 1 to 10000 candidates, and no more seats than these",
                "2,1,/1,3,            | line 2: there is no candidate 3",
                "2,1,/1,0,            | line 2: there is no candidate 0",
                "2,1,/1,1,/1,2,2,     | line 3: candidate 2 stands there twice",
                "2,1,/1,1,,2,         | line 2: a candidate is a whole number, not ''",
                "2,1,/0,1,            | line 2: a ballot is there from 1 to",
                "2,1,/1,1,/TWO1,2,     | line 5: ballots stand before the candidates",
                "2,1,/1,1,/TWOW,/W,   | line 6: nothing stands behind the ward",
                "3,1,/1,1,/TWOW,      | line 5: here stands \"Candidate 3\" with a name and a party",
                "3,1,/1,1,/TWO        | the file says that it has 3 candidates, not 2",
                "2,1,/1,1,            | the file says that it has 2 candidates, not 0",
            })
    void aWardIsRefusedWithTheLine(String lines, String reason) {
        assertThatThrownBy(() -> ward(lines.replace("/", "\n").replace("TWO", TWO) + "\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aTableOfRanksIsNoWard() throws IOException {
        assertThat(ScottishBallots.fits(Files.writeString(folder.resolve("a.csv"), "rank1,rank2\n1,2\n")))
                .isFalse();
        assertThat(ScottishBallots.fits(Files.writeString(folder.resolve("a.csv"), "1,2,3,\n1,2\n")))
                .isFalse();
        assertThat(ScottishBallots.fits(Files.writeString(folder.resolve("a.csv"), "")))
                .isFalse();
    }

    private Profile ward(String text) throws IOException {
        return ScottishBallots.read(Files.writeString(folder.resolve("a.csv"), text));
    }
}
