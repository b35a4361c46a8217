// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which programs write files of ballots for transferable votes. */
class BltFormsTest {
    private static final String THREE = "\"A\"\n\"B\"\n\"C\"\n\"Title\"\n";

    @TempDir
    Path folder;

    @Test
    void ranksMayBeSkippedOrLevelAndBallotsHaveIds() throws IOException {
        var read = blt("3 1\n(paper 7) 1 2 1=3 0\n(8) 1 - 3 0\n(9) 1 1=2=3 0\n(10) 1 0\n0\n" + THREE);

        assertThat(read.ballots()).isEqualTo(Map.of("[1,[0,2]]", 1L, "[null,2]", 1L, "[[0,1,2]]", 1L, "[]", 1L));
    }

    @Test
    void candidatesInBracketsAreLevel() throws IOException {
        assertThat(blt("3 1\n4 2 (1 3) 0\n2 ( 1 2 ) 0\n0\n" + THREE).ballots())
                .isEqualTo(Map.of("[1,[0,2]]", 4L, "[[0,1]]", 2L));
    }

    @Test
    void optionsOfDroopNameCandidatesAndWhoHasWithdrawn() throws IOException {
        var read = blt("3 1\n[nick ann bo cy]\n[withdrawn bo] [tie cy ann\n 2]\n[droop rule=meek precision=8]\n"
                + "5 ann bo 0\n1 bo=cy 3 0\n2 bo - cy 0\n0\n" + THREE);

        assertThat(read.candidates()).containsExactly("A", "C");
        assertThat(read.ballots()).isEqualTo(Map.of("[0]", 5L, "[1,1]", 1L, "[null,1]", 2L));
        assertThat(read.rule().passedOver())
                .containsExactly(
                        "The order that the file has for ties is passed over: the method decides them.",
                        "The file is meant to be counted with 'rule=meek precision=8'.");
    }

    @Test
    void anIdStandsForTheNumberOfBallotsInFilesOfDroop() throws IOException {
        assertThat(blt("3 1\n[nick a b c]\n(1) c a 0\n(2) 2 1 0\n3 c 0\n0\n" + THREE)
                        .ballots())
                .isEqualTo(Map.of("[2,0]", 1L, "[1,0]", 1L, "[2]", 3L));
        assertThatThrownBy(() -> blt("3 1\n(1) 1 2 0\n(2) 2 1 0\n0\n" + THREE))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 3: behind the id of a ballot stands 1, as one ballot has it, not '2'");
    }

    @Test
    void whatIsPassedOverIsSaidWithTheCount() throws IOException {
        var file = Files.writeString(
                folder.resolve("a.blt"), "3 1\n[tie 3 2 1]\n[undeclared 3]\n2 1 0\n1 2 0\n0\n" + THREE);

        assertThat(Typed.run("tally " + file + " --method irv").out())
                .contains(
                        "    The order that the file has for ties is passed over: the method decides them.\n",
                        "    The file says who is not declared, which is passed over.\n",
                        "A is elected");
    }

    @Test
    void remarksMayRunOverLines() throws IOException {
        var read = blt("/* from\n the paper */ 3 1 # three for one\n\n\n-2 /* ill */ # B\n2 1 /* Ann */ 3 0\n"
                + "/* none\n\n of 1 2 0\n*/\n0\n\"A /* one */\"\n\"B\" # two\n\"C\"\n\n\"Title\"\n");

        assertThat(read.candidates()).containsExactly("A /* one */", "C");
        assertThat(read.ballots()).isEqualTo(Map.of("[0,1]", 2L));
        assertThat(read.title()).isEqualTo("Title");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Roe \"Red\"\nBo Doe (Blue)\nAn island",
                "\"Ann Roe \"\"Red\"\"\"\n\"Bo Doe (Blue)\"\n\"An island\"",
                "\"Ann Roe\" \"Red\"\n\"Bo Doe (Blue)\"\n\"An island\"",
                "\"Ann Roe \"Red\"\"\n\"Bo Doe (Blue)\",,,\n\"An island\",\n\"source\"\n\"remark\""
            })
    void namesHaveQuotesOrNot(String names) throws IOException {
        var read = blt("2 1,,\n3 1 2 0,,\n0,,\n" + names);

        assertThat(read.candidates()).containsExactly("Ann Roe \"Red\"", "Bo Doe (Blue)");
        assertThat(read.title()).isEqualTo("An island");
    }

    @Test
    void aTitleMayBeMissing() throws IOException {
        assertThat(blt("1 1\n3 1 0\n0\n\"A\"\n\n").title()).isEqualTo("a.blt");
        assertThat(blt("1 1\n3 1 0\n0\n\"A\"\n\"\"\n").title()).isEqualTo("a.blt");
        assertThat(blt("1 1\n3 1 0\n0\nA").candidates()).containsExactly("A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[nick a b]           | line 2: there is a nickname of its own for each candidate",
                "[nick a b b]         | line 2: there is a nickname of its own for each candidate",
                "[tie 1 2]            | line 2: the order for ties has each candidate once",
                "[tie 1 2 2]          | line 2: the order for ties has each candidate once",
                "[withdrawn 4]        | line 2: there is no candidate 4",
                "[withdrawn d]        | line 2: a candidate is a whole number, not 'd'",
                "[elected 1]          | line 2: the option 'elected' is not known here",
                "[nick a b c] 2 a 0   | an option that begins with [ ends with ]",
                "[]                   | line 2: an option is '[name …]', not '[]'",
                "-2 3                 | line 2: who has withdrawn is '-3', not '3'",
                "-4                   | line 2: there is no candidate 4",
                "-0                   | line 2: there is no candidate 0",
                "3 1= 0               | line 2: a candidate is a whole number, not ''",
                "3 1(200) 0           | line 2: a candidate is a whole number, not '1(200)'",
                "/* 3 1 0             | line 2: a remark that begins here does not end"
            })
    void aLineIsRefusedWithItsNumber(String line, String reason) {
        assertThatThrownBy(() -> blt("3 1\n" + line + "\n0\n" + THREE))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(reason);
    }

    @Test
    void moreNamesThanCandidatesAreRefused() throws IOException {
        assertThat(blt("1 1\n1 1 0\n0\n" + THREE).title()).isEqualTo("B");
        assertThatThrownBy(() -> blt("1 1\n1 1 0\n0\n\"Z\"\n" + THREE))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("there are more names than candidates");
        assertThatThrownBy(() -> blt("1 1\n1 1 0\n0\n\"A\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 4: a name that begins with a quote has one at its end");
    }

    @Test
    void equalBallotsOfALongFileAreKeptAsOne() throws IOException {
        var file = folder.resolve("long.blt");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("3 1\n[nick a b c]\n");
            for (var ballot = 0; ballot < 1_000_000; ballot++) {
                out.write("(" + ballot + ") " + List.of("a b=c 0", "c - a 0").get(ballot % 2) + "\n");
            }
            out.write("0\n" + THREE);
        }

        assertThat(BltBallots.read(file).ballots()).isEqualTo(Map.of("[0,[1,2]]", 500_000L, "[2,null,0]", 500_000L));
    }

    private Profile blt(String text) throws IOException {
        return BltBallots.read(Files.writeString(folder.resolve("a.blt"), text));
    }
}
