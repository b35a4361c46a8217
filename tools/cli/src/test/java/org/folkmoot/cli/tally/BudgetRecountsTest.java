// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.json;
import static org.folkmoot.cli.tally.Written.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.folkmoot.cli.tally.TallyRow.State;
import org.folkmoot.cli.tally.formats.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets by equal shares with everything that can come after them, and committees in the same way. */
class BudgetRecountsTest {
    private static final String RAISED = "Add1: raise every endowment from budget/voters by 1 currency unit at a time,"
            + " keep the last outcome that fits the budget";

    /**
     * Ten people have 10 each. Six want a park for 60 and a well for 20, three a road for 30 and a fair for 9, and one a
     * shed for 12. Well and fair are paid for. What is left for the park are 6 2/3 of each, for the road 7, for the shed 10:
     * with 2 more each the shed can be paid for, with 3 the road, and with 4 the park, which is too much.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                    | well fair           | 29 | 0",
                "{'completion': 'none'}                | well fair           | 29 | 0",
                "{'completion': 'utilitarian'}         | well fair park      | 89 | 0",
                "{'completion': 'phragmen'}            | well fair shed road | 71 | 0",
                "{'completion': 'add1'}                | well fair road shed | 71 | 3",
                "{'completion': 'add1u'}               | well fair road shed | 71 | 3",
                "{'completion': 'add1-phragmen'}       | well fair road shed | 71 | 3",
                "{'completion': 'add1', 'raise': 3}    | well fair road shed | 71 | 3",
                "{'completion': 'add1', 'raise': 4}    | well fair           | 29 | 0",
                "{'comparison': 'satisfaction'}        | park well fair      | 89 | 0",
                "{'comparison': 'exclusionRatio'}      | well fair           | 29 | 0",
                "{'comparison': 'exclusion-ratio'}     | well fair           | 29 | 0",
                "{'tieBreak': 'cheaper, then more approvals'} | well fair    | 29 | 0"
            })
    void whatComesAfterEqualShares(String parameters, String selected, long spent, long raised) {
        var row = row(parameters, 100);

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("selected")).hasToString(list(selected));
        assertThat(row.got().path("spent").asLong()).isEqualTo(spent);
        assertThat(row.got().path("lastFeasibleIncrement").asLong()).isEqualTo(raised);
        assertThat(row.got().path("withoutCompletion")).hasToString(list("well fair"));
    }

    /** Of 92 everybody has 9 1/5, and rounded down 9, whatever it is raised by. */
    @ParameterizedTest
    @CsvSource({"exact, 4, well fair road shed", "whole, 1, well fair road shed", "whole, 4, well fair road shed"})
    void sharesAreRaisedFromWhatIsSaid(String from, long raise, String selected) {
        var row = row("{'completion': 'add1', 'raiseFrom': '" + from + "', 'raise': " + raise + "}", 92);

        assertThat(row.got().path("selected")).hasToString(list(selected));
        assertThat(row.got().path("lastFeasibleIncrement").asLong()).isEqualTo(4);
    }

    /** With ten times as much of everything, 710 are spent with 59 more each, and with 63 more the park is too much. */
    @ParameterizedTest
    @CsvSource({"overspent, 62", "exhaustive, 59"})
    void sharesAreRaisedUntilWhatIsSaid(String until, long raised) {
        var row = row("{'completion': 'add1', 'raiseUntil': '" + until + "'}", 710, 10);

        assertThat(row.got().path("selected")).hasToString(list("well fair road shed"));
        assertThat(row.got().path("lastFeasibleIncrement").asLong()).isEqualTo(raised);
    }

    @ParameterizedTest
    @CsvSource({"add1e, 59", "add1eu, 59", "add1, 62"})
    void aLetterSaysThatSharesAreRaisedUntilNothingFits(String completion, long raised) {
        var row = row("{'completion': '" + completion + "'}", 710, 10);

        assertThat(row.got().path("lastFeasibleIncrement").asLong()).isEqualTo(raised);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | 62",
                " (do not stop at the first exhaustive outcome, no utilitarian completion) | 62",
                " (stop at the first exhaustive outcome) | 59",
                " (stop at the first exhaustive outcome, utilitarian completion) | 59"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void aSentenceSaysHowSharesAreRaised(String remarks, String raised) {
        var sentence = RAISED + (remarks == null ? "" : remarks.stripTrailing());

        var row = row("{'completion': '" + sentence + "'}", 710, 10);

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("lastFeasibleIncrement").asText()).isEqualTo(raised.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from budget/voters | from floor(budget/voters)",
                "budget             | budget, then Phragmen completion",
                "the budget         | the budget (never stop at the first exhaustive outcome)",
                "the budget         | the budget (without utilitarian completion)",
                "by 1               | by 0"
            })
    void aSentenceThatSaysAnythingElseIsNotSupported(String known, String unknown) {
        var at = RAISED.lastIndexOf(known);
        var sentence = RAISED.substring(0, at) + unknown + RAISED.substring(at + known.length());

        var row = row("{'completion': '" + sentence + "'}", 100);

        assertThat(row.reason())
                .isEqualTo("The parameter completion has a value that is not known here: " + sentence + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "completion, add2",
        "raiseFrom, budget",
        "raiseUntil, tomorrow",
        "comparison, cost",
        "tieBreak, cheaper",
        "min_project_score_threshold, 1"
    })
    void whatIsNotKnownIsNotSupported(String name, String value) {
        var row = row("{'completion': 'add1', '" + name + "': '" + value + "'}", 100);

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).contains(name);
    }

    @Test
    void aFileSaysHowEqualSharesAreCompleted() {
        var parameters = asked(Map.of("rule", "equalshares/add1-comparison", "budget", "10,50"));

        assertThat(parameters.path("completion").asText()).isEqualTo("add1");
        assertThat(parameters.path("raiseFrom").asText()).isEqualTo("whole");
        assertThat(parameters.path("comparison").asText()).isEqualTo("satisfaction");
        assertThat(parameters.path("tieBreak").asText()).isEqualTo("cheaper, then more approvals");
        assertThat(parameters.path("budget").decimalValue()).isEqualByComparingTo("10.5");
    }

    @ParameterizedTest
    @CsvSource({"greedy-threshold", "greedy-no-skip"})
    void aFileSaysWhichPointsAProjectNeeds(String rule) {
        var parameters = asked(Map.of("rule", rule, "budget", "10", "min_project_score_threshold", "25"));

        assertThat(parameters.path("min_project_score_threshold").asText()).isEqualTo("25");
    }

    /** Three people want A and B, one wants C: there are two seats, and a seat costs half of all money. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sequential Phragmen | [['A','B']]",
                "approval            | [['A','B']]",
                "av                  | [['A','B']]",
                "seqphragmen         | [['A','B']]",
                "none                | [['A'],['B']]",
                "increment           | [['A','B']]"
            })
    void committeesAreCompleted(String completion, String committees) {
        var counted = "{'id': 'seats', 'ballotFormat': {'type': 'approval'}, 'candidates': ['A','B','C'],"
                + " 'ballots': [[3,[0,1]],[1,[2]]], 'totalBallots': 4}";
        var check = "{'method': 'equal-shares-committee', 'seats': 2, 'parameters': {'completion': '" + completion
                + "'}, 'expected': {'committees': " + committees + "}}";

        var row = TallyRow.of(new TallyCase(json(counted)), new TallyCheck(json(check)));

        assertAgrees(row);
    }

    @Test
    void notEveryTiedCommitteeIsListedWithIncrement() {
        var counted = "{'id': 'seats', 'ballotFormat': {'type': 'approval'}, 'candidates': ['A','B'],"
                + " 'ballots': [[1,[0]],[1,[1]]], 'totalBallots': 2}";
        var check = "{'method': 'equal-shares-committee', 'seats': 1, 'parameters': {'completion': 'increment',"
                + " 'ties': 'all tied committees are listed'}, 'expected': {'committees': []}}";

        var row = TallyRow.of(new TallyCase(json(counted)), new TallyCheck(json(check)));

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason())
                .isEqualTo("With increment, ties are by the order of candidates: not every committee is listed.");
    }

    private static JsonNode asked(Map<String, String> meta) {
        var budget = new Profile.Budget(new LinkedHashMap<>(meta), Map.of("bench", "7"), List.of(), Map.of());
        var profile =
                new Profile("Village", "pb-approval", List.of("bench"), Map.of("[0]", 1L), OptionalInt.empty(), budget);
        return new AskedCheck(null, null, Map.of()).check("village.pb", profile).path("parameters");
    }

    private static TallyRow row(String parameters, long budget) {
        return row(parameters, budget, 1);
    }

    private static TallyRow row(String parameters, long budget, int times) {
        var counted = "{'id': 'town', 'ballotFormat': {'type': 'pb-approval'}, 'totalBallots': 10,"
                + " 'candidates': ['park','well','road','fair','shed'],"
                + " 'ballots': [[6,[0,1]],[3,[2,3]],[1,[4]]]}";
        var costs = "'budget': %d, 'costs': {'park': %d, 'well': %d, 'road': %d, 'fair': %d, 'shed': %d}"
                .formatted(budget, 60 * times, 20 * times, 30 * times, 9 * times, 12 * times);
        var separator = parameters.strip().equals("{}") ? "" : ", ";
        var given = parameters.strip().replaceFirst("\\{", "{" + costs + separator);
        return TallyRow.of(
                new TallyCase(json(counted)),
                new TallyCheck(json("{'method': 'pb-equal-shares', 'parameters': " + given + "}")));
    }
}
