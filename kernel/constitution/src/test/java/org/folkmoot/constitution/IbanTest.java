// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({
        "NO, 86011117947, 15",
        "BE, 539007547034, 16",
        "DE, 370400440532013000, 22",
        "GB, NWBK60161331926819, 22",
        "FR, 20041010050500013M02606, 27",
        "MT, MALT011000012345MTLCAST001S, 31"
    })
    void aNumberHasTheLengthOfItsCountry(String country, String account, int length) {
        assertThat(checked(country, account).length()).isEqualTo(length);
        assertThat(new Iban(checked(country, account)).text()).hasSize(length);
        refuses(checked(country, account + "0"));
        refuses(checked(country, account.substring(0, account.length() - 1)));
    }

    @ParameterizedTest
    @CsvSource({"DE, 37040044053201300A", "NO, 8601111794A", "GB, NWB160161331926819", "FR, 2004101005A500013M02606A"})
    void aNumberHasTheStructureOfItsCountry(String country, String account) {
        refuses(checked(country, account));
    }

    @Test
    void aCountryThatHasNoneIsRefused() {
        refuses(checked("US", "370400440532013000"));
        refuses(checked("ZZ", "370400440532013000"));
    }

    private static void refuses(String number) {
        assertThatThrownBy(() -> new Iban(number)).as(number).isInstanceOf(IllegalArgumentException.class);
    }

    /** The number with check digits that fit. */
    private static String checked(String country, String account) {
        var digits = new StringBuilder();
        (account + country + "00").chars().forEach(sign -> digits.append(Character.digit(sign, 36)));
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValueExact();
        return country + (check < 10 ? "0" : "") + check + account;
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
