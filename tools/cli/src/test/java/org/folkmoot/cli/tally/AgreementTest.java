// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.folkmoot.cli.client.Api;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {
    @Test
    void aNumberIsTheSameHoweverItIsWritten() {
        assertThat(differences("{'tally': {'A': 3, 'B': '61/2'}}", "{'tally': {'A': '3.0000', 'B': 30.5}}", ""))
                .isEmpty();
    }

    @Test
    void theAnswerTakesTheNotationOfTheExpectedOne() {
        var check = check("irv", "{'tally': {'A': '3.0000'}}", "");

        var compared = Agreement.of((ObjectNode) json("{'tally': {'A': 3}, 'rounds': []}"), check);

        assertThat(compared.got()).isEqualTo(check.expected());
    }

    @Test
    void saysWhereAnswersDiffer() {
        assertThat(differences("{'tally': {'A': 3}}", "{'tally': {'A': 4}}", ""))
                .containsExactly("tally.A is 3, expected 4");
        assertThat(differences("{'tally': {'A': 3, 'B': 1}}", "{'tally': {'A': 3}}", ""))
                .containsExactly("tally.B is 1, expected nothing");
        assertThat(differences("{'tally': {}}", "{'tally': {'A': 3}}", ""))
                .containsExactly("tally.A is missing, expected 3");
        assertThat(differences("{'scores': [1, 2]}", "{'scores': [1, 2, 3]}", ""))
                .containsExactly("scores[2] is missing, expected 3");
    }

    @Test
    void aToleranceHoldsForWhatItSaysAndNotOneMore() {
        var tolerance = "absolute 1e-9 per value unless integers";

        assertThat(differences("{'scores': [1.000000001]}", "{'scores': [1]}", tolerance))
                .isEmpty();
        assertThat(differences("{'scores': [1.0000000011]}", "{'scores': [1]}", tolerance))
                .hasSize(1);
        assertThat(differences("{'scores': [1.000000001]}", "{'scores': [1]}", ""))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 1.01, true",
        "0.01, 1.0101, false",
        "'1e-2', 0.99, true",
        "'1e-2', 0.9899, false",
        "nearly, 1.01, false"
    })
    void aToleranceMayBeANumberAlone(String tolerance, String got, boolean same) {
        assertThat(differences("{'scores': [" + got + "]}", "{'scores': [1]}", tolerance)
                        .isEmpty())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'winners': ['A']} | {'winner': 'A'} |",
                "{'winners': ['A']} | {'winner': ['A']} |",
                "{'winners': []} | {'winner': null} |",
                "{'winners': ['A']} | {'winner': 'B'} | winner is A, expected B",
                "{'winners': ['A']} | {'winner': null} | winner is A, expected null",
                "{'winners': ['A','B']} | {'winner': 'A'} | winner is [\"A\",\"B\"], expected A",
                "{'winners': ['A']} | {'tie': null, 'error': null} |",
                "{'winners': ['A']} | {'tie': []} |",
                "{'tie': ['A','B']} | {'tie': []} | tie has A, which is not expected",
                "{'rounds': [{'eliminated': 'C'}]} | {'rounds': [{'eliminated': ['C']}]} |",
                "{'rounds': [{'round': 1}]} | {'rounds': [{'eliminated': null}]} |",
                "{'rounds': [{'round': 1}]} | {'rounds': [{'eliminated': []}]} |",
                "{'rounds': [{'eliminated': 'C'}]} | {'rounds': [{'eliminated': null}]}"
                        + " | rounds[0].eliminated is C, expected null",
                "{'rounds': [{'eliminated': 'C'}]} | {'rounds': [{'eliminated': []}]}"
                        + " | rounds[0].eliminated is C, expected []",
                "{'rounds': [{'round': 1}]} | {'rounds': [{'eliminated': 'C'}]}"
                        + " | rounds[0].eliminated is missing, expected C"
            })
    void whatDidNotHappenIsLeftOutOrEmpty(String got, String expected, @Nullable String difference) {
        var found = differences(got, expected, "");

        if (difference == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).first().isEqualTo(difference);
        }
    }

    @Test
    void listsWithoutAnOrderAreComparedAsSets() {
        assertThat(differences("{'smithSet': ['A', 'B']}", "{'smithSet': ['B', 'A']}", ""))
                .isEmpty();
        assertThat(differences("{'committees': [[0, 1], [1, 2]]}", "{'committees': [[2, 1], [0, 1]]}", ""))
                .isEmpty();
        assertThat(differences("{'ranking': [['A', 'B'], ['C']]}", "{'ranking': [['B', 'A'], ['C']]}", ""))
                .isEmpty();
        assertThat(differences("{'ranking': [['A'], ['B']]}", "{'ranking': [['B'], ['A']]}", ""))
                .hasSize(4);
        assertThat(differences("{'smithSet': ['A']}", "{'smithSet': ['B']}", ""))
                .containsExactly("smithSet lacks B", "smithSet has A, which is not expected");
    }

    @Test
    void theOrderOfElectionIsPartOfTheAnswer() {
        var got = (ObjectNode) json("{'winners': ['A', 'B']}");

        assertThat(Agreement.of(got, check("stv-wigm", "{'winners': ['B', 'A']}", ""))
                        .differences())
                .hasSize(2);
        assertThat(Agreement.of(got, check("schulze", "{'winners': ['B', 'A']}", ""))
                        .differences())
                .isEmpty();
    }

    @Test
    void whatIsNotWorkedOutIsNotSupported() {
        assertThatThrownBy(() -> differences("{'winners': []}", "{'margin': 3}", ""))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("'margin'");
    }

    private static List<String> differences(String got, String expected, String tolerance) {
        return Agreement.of((ObjectNode) json(got), check("schulze", expected, tolerance))
                .differences();
    }

    private static TallyCheck check(String method, String expected, String tolerance) {
        var asked = Answer.empty().put("method", method).put("tolerance", tolerance);
        asked.set("expected", json(expected));
        return new TallyCheck(asked);
    }

    private static JsonNode json(String text) {
        return Api.read(text.replace('\'', '"'));
    }
}
