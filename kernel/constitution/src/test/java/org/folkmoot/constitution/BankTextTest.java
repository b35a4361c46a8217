// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Banks get letters that they take, or nothing is ordered. */
class BankTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bea|Bea",
                "Åse Bjørnstad|Ase Bjornstad",
                "Straße & Söhne|Strasse + Sohne",
                "Łódź|Lodz",
                "two   spaces|two spaces",
                "x’s (1/2), a+b: -?.|x's (1/2), a+b: -?."
            })
    void writesWhatBanksTake(String text, String written) {
        assertThat(BankText.of(text, 70)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Иван", "<b>", "a\u0000b", "/a", "a/", "a//b", "€ 5", "\uD83D\uDE00"})
    void refusesWhatBanksDoNotTake(String text) {
        assertThat(BankText.of(text, 70)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"aaaa, 4, true", "aaaaa, 4, false", "ßß, 4, true", "ßßß, 4, false"})
    void countsWhatIsWritten(String text, int longest, boolean taken) {
        assertThat(BankText.of(text, longest).isPresent()).isEqualTo(taken);
    }
}
