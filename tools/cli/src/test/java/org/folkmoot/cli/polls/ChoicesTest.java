// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words become what the method of the poll takes. */
class ChoicesTest {
    private static final List<String> DISHES = List.of("Stew", "Soup", "2");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "single-choice        | Soup    | 1",
                "single-choice        | 1       | 0",
                "single-choice        | 2       | 2",
                "approval             | 1,Soup  | [0, 1]",
                "approval-committee   | Stew,2  | [0, 2]",
                "participatory-budget | Soup    | [1]",
                "instant-runoff       | Soup,1  | [[1], [0]]",
                "ranked-choice        | 2       | [[2]]",
                "schulze              | 3       | [[2]]"
            })
    void ofAMethodWithOptions(String method, String words, String choice) {
        assertThat(of(method, words.split(",")).toString()).isEqualTo(choice);
    }

    @Test
    void ofAMotionItIsTheWordItself() {
        assertThat(Choices.of(Api.read("{\"ballot\": {\"method\": \"for-against-abstain\"}}"), List.of("for")))
                .isEqualTo("for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"score", "weighted", "quadratic", "star", "reweighted-range"})
    void whereNumbersAreGivenWordsDoNotDo(String method) {
        assertThatThrownBy(() -> of(method, "Stew"))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("--choice '{\"0\": 5, \"2\": 3}'");
    }

    @ParameterizedTest
    @CsvSource({"single-choice, 0", "single-choice, 4", "single-choice, Fish", "approval, 9999999999", "borda, -1"})
    void whatIsNoOptionIsSaid(String method, String word) {
        assertThatThrownBy(() -> of(method, word))
                .isInstanceOf(Usage.class)
                .hasMessage("This poll has no option " + word + ". Its options are: Stew, Soup, 2");
    }

    @Test
    void ofASingleChoiceThereAreNoTwo() {
        assertThatThrownBy(() -> of("single-choice", "Stew", "Soup"))
                .isInstanceOf(Usage.class)
                .hasMessage("This poll takes one choice, which is the name of an option");
    }

    private static Object of(String method, String... words) {
        var definition = Api.JSON.createObjectNode();
        definition.putObject("ballot").put("method", method);
        DISHES.forEach(definition.putArray("options")::add);
        return Choices.of(definition, List.of(words));
    }
}
