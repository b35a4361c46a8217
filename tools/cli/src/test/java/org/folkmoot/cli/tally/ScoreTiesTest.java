// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.checked;
import static org.folkmoot.cli.tally.Written.list;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of scores that nobody breaks ties of, and the parts of a round that are published. */
class ScoreTiesTest {
    /** Two ballots give A most and two give B most; a third option is given the less the more B is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[2,[5,0,1]],[2,[0,5,1]]] | {'winners': [], 'tie': ['A','B'], 'rounds': [{'A': 10, 'B': 10, 'C': 4}]}",
                "[[2,[5,0,1]],[3,[0,5,1]]] | {'winners': ['B','A']}",
                "[[1,[5,2,2]]]             | {'winners': ['A'], 'tie': ['B','C'],"
                        + " 'rounds': [{'A': 5, 'B': 2, 'C': 2}, {'B': 1, 'C': 1}]}"
            })
    void aTieEndsACountOfReweightedScores(String ballots, String expected) {
        var row = row("rrv", ballots, expected);

        assertAgrees(row);
    }

    /** A wins its runoff with B by 2 to 1, and then B that with C by 3 to 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'winner': 'A'}, {'winner': 'B'}]                         | ",
                "[{'winners': ['A']}, {'winners': ['B']}]                   | ",
                "[{'scores': {'A': 10, 'B': 13, 'C': 1}}, {}]               | ",
                "[{'runoff': {'A': 2, 'B': 1, 'noPreference': 0}}, {}]      | ",
                "[{'runoff': {'A': 2, 'B': 1, 'noPreference': 0}, 'winner': 'A'}, {'winner': 'B'}] | ",
                "[{'winner': 'B'}, {}]           | rounds[0].winner is A, expected B.",
                "[{'scores': {'A': 10, 'B': 13}}, {}] | rounds[0].scores.C is 1, expected nothing."
            })
    void aRoundMayBePublishedInPart(String rounds, String reason) {
        var row = row("bloc-star", "[[2,[5,4,0]],[1,[0,5,1]]]", "{'rounds': " + rounds + "}");

        assertThat(row.reason()).isEqualTo(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource({
        "bloc-star, '[[1,[3,3]]]', 'A B'",
        "bloc-star, '[[1,[3,3]]]', 'B A'",
        "bloc-star, '[[5,[0,0]]]', 'A B'",
        "rrv, '[[1,[3,3]]]', 'A B'",
        "rrv, '[[1,[5,0]]]', 'A B'"
    })
    void withASeatForEachNobodyIsTied(String method, String ballots, String winners) {
        var row = checked(
                "scores",
                "['A','B']",
                ballots,
                "{'method': '" + method + "', 'seats': 2, 'parameters': {}, 'expected': {'winners': " + list(winners)
                        + ", 'tie': null}}");

        assertAgrees(row);
    }

    /** Where nobody would win, whoever is first in the list does; the sums say nothing of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "star      | 1 | [[1,[1,3,5]],[1,[1,4,4]],[1,[1,5,3]]] | A B C | {'winners': ['B'], 'tie': null,"
                        + " 'scores': {'A': 3, 'B': 12, 'C': 12}, 'runoff': {'B': 1, 'C': 1, 'noPreference': 1}}",
                "star      | 1 | [[1,[1,3,5]],[1,[1,4,4]],[1,[1,5,3]]] | C B A | {'winners': ['C']}",
                "star      | 1 | [[5,[3,3,3]]]                         | A B C | {'winners': ['A'],"
                        + " 'runoff': {'A': 0, 'B': 0, 'noPreference': 5}}",
                "star      | 1 | [[5,[3,3,3]]]                         | C A B | {'winners': ['C'],"
                        + " 'runoff': {'A': 0, 'C': 0, 'noPreference': 5}}",
                "bloc-star | 2 | [[2,[5,0,1]],[2,[0,5,1]]]             | C B A | {'rounds': [{'winner': 'B'},"
                        + " {'winner': 'A', 'scores': {'A': 10, 'C': 4}}]}",
                "rrv       | 2 | [[2,[5,0,1]],[2,[0,5,1]]]             | B A C | {'winners': ['B', 'A'],"
                        + " 'rounds': [{'A': 10, 'B': 10, 'C': 4}, {'A': 10, 'C': 3}]}",
                "rrv       | 2 | [[2,[5,0,1]],[2,[0,5,1]]]             | A C B | {'winners': ['A', 'B'],"
                        + " 'rounds': [{'A': 10, 'B': 10, 'C': 4}, {'B': 10, 'C': 3}]}"
            })
    void aListDecidesWhatIsStillTied(String method, int seats, String ballots, String order, String expected) {
        assertAgrees(listed(method, seats, ballots, list(order), expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['A','B']         | The list that decides ties has each candidate once, and not [A, B].",
                "['A','B','B']     | The list that decides ties has each candidate once, and not [A, B, B].",
                "['A','B','D']     | The list that decides ties has each candidate once, and not [A, B, D].",
                "['A','B','C','D'] | The list that decides ties has each candidate once, and not [A, B, C, D].",
                "\"random\"          | The parameter tiebreaker has a value that is not known here: random.",
                "['A','B','C']     | No ballot gives anything to those who are left, and here none of them wins."
            })
    void aListThatCannotDecideIsNotSupported(String order, String reason) {
        for (var method : List.of("star", "bloc-star", "rrv")) {
            var row = listed(method, 1, "[[5,[0,0,0]]]", order, "{'winners': ['A']}");

            assertThat(row.state()).isEqualTo(TallyRow.State.NOT_SUPPORTED);
            assertThat(row.reason()).isEqualTo(reason);
        }
    }

    @Test
    void withNoneForAListNobodyWinsATie() {
        assertAgrees(listed("star", 1, "[[5,[3,3,3]]]", "'none'", "{'tie': ['A','B','C']}"));
    }

    private static TallyRow listed(String method, int seats, String ballots, String order, String expected) {
        return checked(
                "scores",
                "['A','B','C']",
                ballots,
                "{'method': '" + method + "', 'seats': " + seats + ", 'parameters': {'tiebreaker': " + order
                        + "}, 'expected': " + expected + "}");
    }

    private static TallyRow row(String method, String ballots, String expected) {
        return checked(
                "scores",
                "['A','B','C']",
                ballots,
                "{'method': '" + method + "', 'seats': 2, 'parameters': {}, 'expected': " + expected + "}");
    }
}
