// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.json;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Votes that are locked, and support that grows. */
class ConvictionRecountsTest {
    private static final String RULE =
            "{'alpha': '0.9', 'maxRatio': '0.2', 'weight': '0.002', 'minThresholdStake': '0.2 of supply'}";

    /** A part for, a part against and the rest abstaining, whichever way a program writes the name of such a vote. */
    @ParameterizedTest
    @ValueSource(strings = {"splitAbstain", "SplitAbstain", "split-abstain", "split_abstain"})
    void aSplitVoteMayAbstainInPart(String type) {
        var vote = "{'type': '" + type + "', 'aye': 20, 'nay': 10, 'abstain': 30}";
        var steps = "[{'voter': 'ann', 'vote': " + vote + ", 'tallyAfter': {'ayes': 2, 'nays': 1, 'support': 50}},"
                + " {'voter': 'ann', 'vote': 'remove', 'tallyAfter': {'ayes': 0, 'nays': 0, 'support': 0}}]";

        var row = row("conviction-lock-tally", "{}", "{'balances': {'ann': 60}}", "{'steps': " + steps + "}");

        assertAgrees(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abstain", "", "splitter"})
    void otherVotesAreNone(String type) {
        var steps = "[{'voter': 'ann', 'vote': {'type': '" + type + "', 'aye': 1}, 'tallyAfter': {}}]";

        var row = row("conviction-lock-tally", "{}", "{'balances': {'ann': 60}}", "{'steps': " + steps + "}");

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
    }

    /** A conviction of 150000·(1 − 0.9²) is 28500; programs print what their floating point makes of it. */
    @ParameterizedTest
    @CsvSource({
        "28500, true",
        "28500.000, true",
        "28499.999999999996, true",
        "28500.000001, true",
        "28500.0001, false",
        "28500.001, false",
        "28499.9999, false"
    })
    void whatComesOutOfFloatingPointIsComparedToTenDigits(String conviction, boolean agrees) {
        var input = "{'requested': 3000, 'funds': 15000, 'supply': 45000, 'activeStake': 15000,"
                + " 'proposalStake': 15000, 'blocks': 2}";

        var row = row("conviction-voting-threshold", RULE, input, "{'conviction': " + conviction + "}");

        assertThat(row.state()).isEqualTo(agrees ? State.AGREES : State.DIFFERS);
    }

    /** From a fifth of the funds on, no conviction is enough; JSON has no number for that. */
    @ParameterizedTest
    @CsvSource({
        "2999, null, false",
        "2999, 'Infinity', false",
        "3000, null, true",
        "3000, 'Infinity', true",
        "3000, 'inf', true",
        "3000, 'infinite', true",
        "3000, 'information', false",
        "3000, 1e9, false",
        "3001, null, true"
    })
    void whatIsTooLargeAPartNeedsMoreThanAnything(long requested, String threshold, boolean agrees) {
        var input = "{'requested': " + requested + ", 'funds': 15000, 'supply': 45000, 'activeStake': 15000,"
                + " 'proposalStake': 15000, 'blocks': 200}";
        var published = threshold.matches("null|[0-9].*") ? threshold : "'" + threshold + "'";

        var row = row(
                "conviction-voting-threshold", RULE, input, "{'executable': false, 'threshold': " + published + "}");

        assertThat(row.state()).isEqualTo(agrees ? State.AGREES : State.DIFFERS);
    }

    private static TallyRow row(String method, String parameters, String input, String expected) {
        var check = "{'method': '" + method + "', 'parameters': " + parameters + ", 'input': " + input
                + ", 'expected': " + expected + "}";
        return TallyRow.of(
                new TallyCase(json("{'id': 'locked', 'ballotFormat': {'type': 'scenario'}}")),
                new TallyCheck(json(check)));
    }
}
