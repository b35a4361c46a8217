// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of bank accounts have check digits that fit, and codes of banks have their form. */
class IbanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // the examples of the registry
                "NO9386011117947",
                "BE68539007547034",
                "DE89370400440532013000",
                "GB29NWBK60161331926819",
                "FR1420041010050500013M02606",
                "MT84MALT011000012345MTLCAST001S"
            })
    void readsWhatFits(String number) {
        assertThat(Iban.parse(number)).hasToString(number);
    }

    @Test
    void readsGroupsOfFour() {
        assertThat(Iban.parse("DE89 3704 0044 0532 0130 00")).hasToString("DE89370400440532013000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE88370400440532013000",
                "DE90370400440532013000",
                "DE89370400440532013001",
                "DE89370400440532010300", // two digits changed places
                "de89370400440532013000",
                "DE89 37040 0440 5320 1300 0",
                " DE89370400440532013000",
                "DE8937040044",
                "DE01", // 01, 00 and 99 leave the remainder of right ones for some accounts
                "8937040044053201300089",
                ""
            })
    void refusesWhatDoesNotFit(String number) {
        assertThatThrownBy(() -> Iban.parse(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangeOfOneDigitIsFound() {
        var right = "DE89370400440532013000";
        for (int place = 2; place < right.length(); place++)
            for (char digit = '0'; digit <= '9'; digit++) {
                if (right.charAt(place) == digit) continue;
                var wrong = right.substring(0, place) + digit + right.substring(place + 1);
                assertThatThrownBy(() -> Iban.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
            }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NDEANOKK", "DEUTDEFF500", "BKAUATWW", "A1B2DE3X"})
    void readsCodesOfBanks(String code) {
        assertThat(new Bic(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NDEANOK", "NDEANOKKX", "NDEANOKKXX", "NDEANOKKXXXX", "NDEA1OKK", "ndeanokk", ""})
    void refusesOtherCodes(String code) {
        assertThatThrownBy(() -> new Bic(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
