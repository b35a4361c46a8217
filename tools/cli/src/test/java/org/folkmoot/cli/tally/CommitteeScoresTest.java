// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.checked;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each candidate has where a committee is those who have the most. */
class CommitteeScoresTest {
    private static final String BALLOTS = "[[4,[0,1]],[3,[2]],[2,[0,1,2]],[1,[]]]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approval-committee    | {'A':'6','B':'6','C':'5','D':'0'}      | [['A','B']]",
                "satisfaction-approval | {'A':'8/3','B':'8/3','C':'11/3','D':0} | [['A','C'],['B','C']]"
            })
    void votesAreWholeOrShared(String method, String scores, String committees) {
        var row = row(method, "{'scores': " + scores + ", 'committees': " + committees + "}");

        assertAgrees(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proportional-approval", "sequential-pav", "sequential-phragmen"})
    void otherRulesGiveNobodyAnythingAlone(String method) {
        assertThat(row(method, "{'scores': {}}").state()).isEqualTo(State.NOT_SUPPORTED);
    }

    private static TallyRow row(String method, String expected) {
        var check = "{'method': '" + method + "', 'seats': 2, 'parameters': {}, 'expected': " + expected + "}";
        return checked("approval", "['A','B','C','D']", BALLOTS, check);
    }
}
