// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.checked;
import static org.folkmoot.cli.tally.Written.json;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points for places, as a check says what a place gives. */
class BordaRecountsTest {
    private static final String MEAN = "; tied and unranked candidates share the mean of their positions";

    /** Two ballots rank Ash before Bay and Elm, which they leave out; one has Bay and Elm level before Ash; one is blank. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n for first ... 1 for last   | {'Ash':9,'Bay':7.5,'Elm':7.5}",
                "n for first                  | {'Ash':9,'Bay':7.5,'Elm':7.5}",
                "n-1 for first ... 0 for last | {'Ash':5,'Bay':3.5,'Elm':3.5}",
                "n - 1 for first … 0 for last | {'Ash':5,'Bay':3.5,'Elm':3.5}"
            })
    void theLastPlaceGivesOnePointOrNone(String points, String scores) {
        for (var said : new String[] {points, points + MEAN}) {
            var row = row(said, "'scores': {}, 'ranking': [], 'winners': []");

            assertThat(row.got().path("scores")).hasToString(scores.replace('\'', '"'));
            assertThat(row.got().path("ranking")).isEqualTo(json("[['Ash'],['Bay','Elm']]"));
            assertThat(row.got().path("winners")).isEqualTo(json("['Ash']"));
        }
    }

    /** What else is said of places would be counted otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "n for first ... 0 for last",
                "n-1 for first ... 1 for last",
                "n for first ... 1 for last; unranked candidates get nothing",
                "1/n for place n",
                "2n for first"
            })
    void otherPointsAreNotSupported(String points) {
        assertThat(row(points, "'scores': {}").state()).isEqualTo(State.NOT_SUPPORTED);
    }

    private static TallyRow row(String points, String expected) {
        return checked(
                "ranked",
                "['Ash','Bay','Elm']",
                "[[2,[0]],[1,[[1,2],0]],[1,[]]]",
                "{'method': 'borda', 'parameters': {'points': '" + points + "'}, 'expected': {" + expected + "}}");
    }
}
