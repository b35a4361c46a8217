// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.json;
import static org.folkmoot.cli.tally.Written.list;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects at the edge of a budget: those that cost too much or nothing, that nobody wants, and that are tied. */
class BudgetEdgesTest {
    /** Nine of ten want a hall that costs more than there is, and one wants a bench. */
    @ParameterizedTest
    @CsvSource({"110, bench", "101, bench", "100, hall"})
    void whatCostsMoreThanTheBudgetIsNotWaitedFor(long hall, String selected) {
        var row = asked("pb-equal-shares", "'completion': 'phragmen'", 100, "[[9,[0]],[1,[1]]]", hall, 40);

        assertThat(row.got().path("selected")).hasToString(list(selected));
    }

    /** Each of four has 10, and one pays for a fair. Well and park can be paid for next, both at the same time. */
    @ParameterizedTest
    @CsvSource({"14, fair well", "15, fair well", "16, fair"})
    void ofSeveralThatComeNextNoneMayBeTooMuch(long each, String selected) {
        var counted = "{'id': 'tied', 'ballotFormat': {'type': 'pb-approval'}, 'candidates': ['well','park','fair'],"
                + " 'ballots': [[1,[0]],[2,[1]],[1,[2]]]}";
        var check = "{'method': 'pb-equal-shares', 'parameters': {'completion': 'phragmen', 'budget': 40,"
                + " 'tieBreak': 'cheaper, then more approvals', 'costs': {'well': %d, 'park': %d, 'fair': 10}}}";

        var row = TallyRow.of(new TallyCase(json(counted)), new TallyCheck(json(check.formatted(each, 2 * each))));

        assertThat(row.got().path("selected")).hasToString(list(selected));
    }

    /** What costs nothing needs no share, and whoever fills up what is left takes it. */
    @ParameterizedTest
    @CsvSource({
        "pb-greedy, none, 0, 'bench'",
        "pb-greedy, none, 10, 'hall bench'",
        "pb-equal-shares, none, 10, 'hall'",
        "pb-equal-shares, utilitarian, 10, 'hall bench'",
        "pb-equal-shares, phragmen, 10, 'hall'"
    })
    void whatCostsNothing(String method, String completion, long budget, String selected) {
        var given = method.equals("pb-greedy") ? "" : "'completion': '" + completion + "'";

        var row = asked(method, given, budget, "[[2,[0,1]],[1,[0]]]", 10, 0);

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("selected")).hasToString(list(selected));
    }

    /** Three want the hall for 60, and nobody wants the bench for 10. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pb-greedy       |                                    | hall bench",
                "pb-greedy       | 'min_project_score_threshold': 0   | hall bench",
                "pb-greedy       | 'min_project_score_threshold': 1   | hall",
                "pb-equal-shares |                                    | hall",
                "pb-equal-shares | 'completion': 'utilitarian'        | hall bench",
                "pb-equal-shares | 'completion': 'phragmen'           | hall",
                "pb-equal-shares | 'completion': 'add1'               | hall"
            },
            quoteCharacter = '`')
    void whatNobodyWants(String method, String parameters, String selected) {
        var row = asked(method, parameters == null ? "" : parameters, 100, "[[3,[0]]]", 60, 10);

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("selected")).hasToString(list(selected));
    }

    /** What was withdrawn has the most votes; it ends no count, while what costs as much or more by itself does. */
    @ParameterizedTest
    @CsvSource({"999999999, bench", "999999998, ''", "1000000000, ''"})
    void whatWasWithdrawnEndsNoCount(long hall, String selected) {
        var stop = "'onUnaffordable': 'stop'";

        for (var ballots : new String[] {"[[3,[0]],[2,[1]]]", "[[1,[[0,3]]],[1,[[1,2]]]]"}) {
            var row = asked("pb-greedy", stop, 500, ballots, hall, 200);

            assertThat(row.reason()).isEmpty();
            assertThat(row.got().path("selected")).hasToString(list(selected));
        }
    }

    /** Nobody can pay for either, as many want one as the other, and there is money for one. */
    @ParameterizedTest
    @CsvSource({"pb-equal-shares, hall", "pb-greedy, bench"})
    void completionTakesTheFirstOfEqualsAndNotTheCheaper(String method, String selected) {
        var given = method.equals("pb-greedy") ? "" : "'completion': 'utilitarian'";

        var row = asked(method, given, 70, "[[1,[0]],[1,[1]]]", 60, 50);

        assertThat(row.got().path("selected")).hasToString(list(selected));
    }

    private static TallyRow asked(
            String method, String parameters, long budget, String ballots, long hall, long bench) {
        var counted = "{'id': 'two', 'ballotFormat': {'type': 'pb-approval'}, 'candidates': ['hall','bench'],"
                + " 'ballots': " + ballots + "}";
        var given = "'budget': %d, 'costs': {'hall': %d, 'bench': %d}".formatted(budget, hall, bench)
                + (parameters.isEmpty() ? "" : ", " + parameters);
        return TallyRow.of(
                new TallyCase(json(counted)),
                new TallyCheck(json("{'method': '" + method + "', 'parameters': {" + given + "}}")));
    }
}
