// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a ballot ends in a file of transferable votes: at the end of a line, or wherever there is a 0. */
class BltEndsTest {
    private static final String THREE = "\"A\"\n\"B\"\n\"C\"\n\"Title\"\n";

    @TempDir
    Path folder;

    @Test
    void aZeroInsideALineIsASkippedRankWhereBallotsAreLines() throws IOException {
        assertThat(blt("3 1\n1 0 3 0 0\n2 1 0 2 0\n4 2 1 0\n1 0 0 0\n0\n" + THREE)
                        .ballots())
                .isEqualTo(Map.of("[null,2]", 1L, "[0,null,1]", 2L, "[1,0]", 4L, "[]", 1L));
    }

    @Test
    void ballotsMayAllBeOnOneLine() throws IOException {
        var read = blt("3 2 -2 2 1 2 0 4 3 0 1.5 0 0 \"Ann # 1\" \"Bo\" \"Cy\" \"A title\"");

        assertThat(read.candidates()).containsExactly("Ann # 1", "Cy");
        assertThat(read.seats()).hasValue(2);
        assertThat(read.title()).isEqualTo("A title");
        assertThat(read.decimals()).isEqualTo(1);
        assertThat(read.ballots()).isEqualTo(Map.of("[0]", 20L, "[1]", 40L, "[]", 15L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 1 2 0 3 3\n1 0 1 2 0 1 2 1 0\n0\n",
                "2 1\n2 0\n3 3 1 0 1 2 0\n1 2 1 0 0\n",
                "2 1\n  2 0\n3\n  3 1 0\n1 2 0\n1 2 1 0 0\n",
                "2 1 2 0\n3 3 1 0\n1 2 0\n1 2 1 0 0\n",
                "2 1 2 0 3 3 1 0 1 2 0 1 2 1\n0 0\n"
            })
    void linesMayEndAnywhere(String ballots) throws IOException {
        assertThat(blt("3 1\n" + ballots + THREE).ballots())
                .isEqualTo(Map.of("[0,1]", 2L, "[2,0]", 3L, "[1]", 1L, "[1,0]", 1L));
    }

    @Test
    void ballotsMayEndWithoutAZeroIfAllDo() throws IOException {
        assertThat(blt("3 1\n2 1 2\n3 0 3\n1\n0\n" + THREE).ballots())
                .isEqualTo(Map.of("[0,1]", 2L, "[null,2]", 3L, "[]", 1L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 3 0/2 1 0 2 0/1 2 0 1 0/0/     | line 3: a 0 inside a line is a rank with nobody on it, or ends a ballot",
                "1 3 1 0/2 1/3 0/1 2 1 0/0/       | line 4: the line before does not end with 0",
                "2 1/1 2 0/3 1 0/0/               | line 2: a ballot ends with 0, as that of line 3 does",
                "3 1 0/2 1/1 2 0/0/               | line 3: a ballot ends with 0, as that of line 2 does",
                "3 1 0 2 1 2/1 2 0 1 1 2 0 3 1 0/0/ | line 2: the ballot that begins here has a candidate twice",
                "3 1 0 2 1 0/1 4 0 0/             | line 3: there is no candidate 4",
                "1 0 3 0 0/1 3 0 0 0/2 2/0/       | line 4: a ballot ends with 0",
                "3 1 0/1 2 0/                     | no line '0' ends the list of ballots"
            })
    void whatCouldBeTwoThingsIsRefused(String ballots, String reason) {
        assertThatThrownBy(() -> blt("3 1\n" + ballots.replace('/', '\n') + THREE))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsReadIsWhatWasWrittenOrItIsRefused(long seed) throws IOException {
        var random = new Random(seed);
        for (var file = 0; file < 300; file++) {
            var ballots = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(_ -> ranks(random))
                    .toList();
            var expected = ballots.stream().collect(Collectors.groupingBy(BltEndsTest::kept, Collectors.counting()));
            var numbers = ballots.stream()
                    .map(ballot -> "1 " + String.join(" ", ballot).replace("-", "") + " 0")
                    .map(ballot -> ballot.replaceAll("\\s+", " "))
                    .collect(Collectors.joining(" "));

            // By numbers, a skipped rank cannot be written; so it is left out, and what is read has none.
            readOrRefused(
                    "4 1\n" + broken(numbers + " 0", random),
                    ballots.stream()
                            .map(ballot -> ballot.stream()
                                    .filter(rank -> !rank.equals("-"))
                                    .toList())
                            .collect(Collectors.groupingBy(BltEndsTest::kept, Collectors.counting())));
            readOrRefused(
                    "4 1\n"
                            + ballots.stream()
                                    .map(ballot ->
                                            "1 " + String.join(" ", ballot).replace('-', '0') + " 0\n")
                                    .collect(Collectors.joining())
                            + "0",
                    expected);
        }
    }

    private void readOrRefused(String file, Map<String, Long> ballots) throws IOException {
        try {
            assertThat(blt(file + "\n" + THREE.replace("\"Title\"", "\"D\"")).ballots())
                    .as(file)
                    .isEqualTo(ballots);
        } catch (BadFile e) {
            assertThat(e).as(file).hasMessageMatching("a.blt, line \\d+: .*(0 inside|line before).*");
        }
    }

    // Ranks 1 to 4 once each, with a rank skipped here and there.
    private static List<String> ranks(Random random) {
        var all = Arrays.asList("1", "2", "3", "4");
        java.util.Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(5)).stream()
                .map(rank -> random.nextInt(5) == 0 ? "-" : rank)
                .toList();
    }

    private static String kept(List<String> ballot) {
        return "["
                + String.join(",", ballot)
                        .replaceAll("(?:,?-)+$", "")
                        .replace("-", "null")
                        .replace("1", "0")
                        .replace("2", "1")
                        .replace("3", "2")
                        .replace("4", "3")
                + "]";
    }

    private static String broken(String numbers, Random random) {
        return Arrays.stream(numbers.split(" "))
                .reduce((before, next) -> before + (random.nextInt(4) == 0 ? "\n" : " ") + next)
                .orElseThrow();
    }

    private Profile blt(String text) throws IOException {
        return BltBallots.read(Files.writeString(folder.resolve("a.blt"), text));
    }
}
