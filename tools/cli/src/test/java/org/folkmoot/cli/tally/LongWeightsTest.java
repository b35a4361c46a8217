// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.counted;
import static org.folkmoot.cli.tally.Written.json;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others counted is counted with the weights that they allowed; the bound on those of a ballot is for polls. */
class LongWeightsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'1': 3333, '2': 6667}   | [3333,6667]",
                "{'1': 3333, '2': 6668}   | [3332.666733326667333267,6667.333266673332666733]",
                "{'1': 33333, '2': 66667} | [3333.3,6666.7]",
                "{'1': 0.333333333333333333, '2': 0.666666666666666667} | [3333.33333333333333,6666.66666666666667]",
                "{'1': 30000000000000000001, '2': 60000000000000000002} | [3333.333333333333333333,6666.666666666666666667]"
            })
    void aVoteOfSnapshotMayWeighAnything(String weights, String scores) {
        var row = counted("weighted", "{}", "snapshot-votes", "['A','B']", "[[1," + weights + ",10000,[10000]]]");

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("scores")).hasToString(scores);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'yes': '0.3333', 'no': '0.6667'}     | 333300 | 666700",
                "{'yes': '0.333333', 'no': '0.666667'} | 333333 | 666667",
                "{'yes': '0.333333333333333333', 'no': '0.666666666666666667'}   | 333333 | 666667",
                "{'yes': '0.00000000000000000001', 'no': '0.99999999999999999999'} | 0 | 1000000"
            })
    void aVoteOfCosmosHasManyDecimals(String vote, long yes, long no) {
        var row = cosmos(vote);

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("tally").path("yes").asLong()).isEqualTo(yes);
        assertThat(row.got().path("tally").path("no").asLong()).isEqualTo(no);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'yes': '-0.5', 'no': '1.5'}",
                "{'perhaps': '1'}",
                "{'yes': 'half'}",
                "{'yes': '0'}",
                "'''perhaps'''"
            })
    void aVoteOfCosmosThatGivesNothingToAChoiceIsRefused(String vote) {
        var row = cosmos(vote);

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).startsWith("The vote of val is refused: ");
    }

    private static TallyRow cosmos(String vote) {
        var check = "{'method': 'quorum-threshold-veto', 'parameters': {'quorum': '0.5', 'threshold': '0.5',"
                + " 'vetoThreshold': '0.334', 'delegationInheritance': true}, 'input': {'validators': {'val': 1000000},"
                + " 'delegations': [], 'votes': {'val': " + vote + "}, 'totalBonded': 1000000}}";
        return TallyRow.of(new TallyCase(json("{'id': 'gov'}")), new TallyCheck(json(check)));
    }
}
