// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @Test
    void aQuoteIsDoubled() {
        assertThat(Cell.of("The pier is \"mine\", and\nyours")).isEqualTo("\"The pier is \"\"mine\"\", and\nyours\"");
        assertThat(Cell.of("")).isEqualTo("\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "\uFF1D1"})
    void noSpreadsheetTakesItForAFormula(String text) {
        assertThat(Cell.of(text)).isEqualTo("\"'" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1=1", " =1", "a", "æ"})
    void everythingElseStandsAsItIs(String text) {
        assertThat(Cell.of(text)).isEqualTo("\"" + text + "\"");
    }
}
