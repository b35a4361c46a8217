// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundaries of Debian's constitution, A.6. */
class DebianRecountsTest {
    /** An option needs at least so many times the votes of those who prefer the default, and more than them. */
    @ParameterizedTest
    @CsvSource({
        "3:1, 5, 2, false",
        "3:1, 6, 2, true",
        "3:1, 7, 2, true",
        "3:2, 5, 4, false",
        "3:2, 6, 4, true",
        "1:1, 1, 2, false",
        "1:1, 2, 2, false",
        "1:1, 3, 2, true",
        "3:1, 0, 0, false",
        "1:2, 2, 2, false",
        "1:2, 3, 2, true"
    })
    void aMajorityIsReached(String ratio, int inFavor, int against, boolean passes) {
        var row = row(ratio, "['A','D']", "[[0," + inFavor + "],[" + against + ",0]]");

        assertThat(row.got().path("majority").path("A").path("passes").asBoolean())
                .isEqualTo(passes);
        assertThat(row.got().path("dropped")).isEqualTo(json(passes ? "[]" : "['A']"));
        assertThat(row.got().path("winners")).isEqualTo(json(passes ? "['A']" : "['D']"));
    }

    /** A beats B by 10 to 5, C beats A by 10 to 3, and B beats C by 10 to so many; of equal votes more opposition is weaker. */
    @ParameterizedTest
    @CsvSource({"4, B", "5, B C", "6, C", "8, C"})
    void theWeakestDefeatIsDropped(int opposed, String winners) {
        var row = row("1:1", "['A','B','C','D']", "[[0,10,3,12],[5,0,10,12],[10," + opposed + ",0,12],[1,1,1,0]]");

        assertThat(row.got().path("winners"))
                .isEqualTo(json(Written.list(winners).replace('"', '\'')));
    }

    private static TallyRow row(String ratio, String candidates, String matrix) {
        var counted = "{'id': 'vote', 'ballotFormat': {'type': 'pairwise-matrix'}, 'candidates': " + candidates
                + ", 'matrix': " + matrix + ", 'totalBallots': 20}";
        var check = "{'method': 'debian-cssd', 'parameters': {'defaultOption': 'D', 'majorityRatio': '" + ratio + "'}}";
        return TallyRow.of(new TallyCase(json(counted)), new TallyCheck(json(check)));
    }
}
