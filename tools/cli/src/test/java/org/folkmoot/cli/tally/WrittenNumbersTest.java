// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.checked;
import static org.folkmoot.cli.tally.Written.json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are written by many programs, some of which know no whole numbers. */
class WrittenNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "10.0, 10",
        "1e1, 10",
        "0.0, 0",
        "12e-0, 12",
        "120e-1, 12",
        "1.164e21, 1164000000000000000000",
        "1.164e+21, 1164000000000000000000",
        "'\"1164000000000000000000\"', 1164000000000000000000"
    })
    void aWholeNumberIsOneHoweverItIsWritten(String written, String amount) {
        assertThat(Numbers.amount(json(written))).hasToString(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5", "1e-1", "-1.0", "1e999999999", "\"1e1\""})
    void whatIsNoWholeNumberIsNoAmount(String written) {
        assertThatThrownBy(() -> Numbers.amount(json(written)))
                .isInstanceOf(NotSupported.class)
                .hasMessageStartingWith("An amount is a whole number from 0, not ");
    }

    @ParameterizedTest
    @CsvSource({"4, 5", "4.0, 5.0", "4e0, 5.0e0", "4e+0, 50e-1"})
    void soItIsInParametersBallotsAndAnswers(String threshold, String votes) {
        var row = checked(
                "ranked-cvr",
                "['Ash', 'Birch']",
                "[[" + votes + ", [1.0]], [3.0, [0.0]]]",
                "{'method': 'stv-gregory', 'seats': 1.0, 'parameters': {'quota': " + threshold
                        + "}, 'expected': {'winners': ['Birch'], 'quota': 4.0, 'stages': [{'Ash': 3.0, 'Birch': 5.0}]}}");

        assertAgrees(row);
    }
}
