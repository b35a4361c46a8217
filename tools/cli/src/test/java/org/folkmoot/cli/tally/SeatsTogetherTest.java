// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.checked;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is elected in one stage is elected at once: publishers name them in one order or another. */
class SeatsTogetherTest {
    /** The quota is 3, and only Ash has it; when Dill is out, Birch and Cedar are left for the two other seats. */
    @ParameterizedTest
    @CsvSource({
        "Ash Birch Cedar, Birch Cedar, AGREES",
        "Ash Cedar Birch, Cedar Birch, AGREES",
        "Ash Cedar Birch, Birch Cedar, AGREES",
        "Birch Ash Cedar, Birch Cedar, DIFFERS",
        "Ash Birch Cedar, Birch, DIFFERS",
        "Ash Birch Dill, Birch Cedar, DIFFERS"
    })
    void theyHaveTheOrderOfThePublisher(String elected, String last, State state) {
        var row = count("{'elected': " + Written.list(elected) + ", 'stages': [{}, {}, {'electedWithoutQuota': "
                + Written.list(last) + "}]}");

        assertThat(row.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"stv-scottish, winners", "stv-scottish, elected", "stv-gregory, winners", "stv-gregory, elected"})
    void theyAreCalledElectedOrWinners(String method, String called) {
        var parameters = method.equals("stv-gregory") ? "{'quota': 'droop'}" : "{}";

        var row = count(method, parameters, "{'" + called + "': ['Ash', 'Birch', 'Cedar']}");

        assertThat(row.state()).isEqualTo(State.AGREES);
    }

    private static TallyRow count(String expected) {
        return count("stv-scottish", "{}", expected);
    }

    private static TallyRow count(String method, String parameters, String expected) {
        return checked(
                "ranked",
                "['Ash', 'Birch', 'Cedar', 'Dill']",
                "[[6, [0]], [2, [1]], [2, [2]], [1, [3]]]",
                "{'method': '" + method + "', 'seats': 3, 'parameters': " + parameters + ", 'expected': " + expected
                        + "}");
    }
}
