// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a community says about how much stays in its accounts. */
class ReserveTest {
    @Test
    void reservesAreReadInTheirOrder() {
        var said = spending("""
                    - { account: treasury, asset: EUR, least: "5000.00", unless: small-spend }
                    - { account: mint, asset: SKR, least: 3 }
                """);

        assertThat(said.reserves())
                .containsExactly(
                        new Reserve("treasury", "EUR", BigInteger.valueOf(500_000), Optional.of("small-spend")),
                        new Reserve("mint", "SKR", said.reserves().getLast().least(), Optional.empty()));
        assertThat(said.namesPolicies()).isTrue();
        assertThat(spending("    - { account: treasury, asset: EUR, least: 1 }\n")
                        .namesPolicies())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "account: tresury, asset: EUR, least: '1.00' ; There is no account 'tresury'.",
                "account: treasury, asset: EUT, least: '1.00' ; There is no asset 'EUT'.",
                "account: mint, asset: EUR, least: '1.00' ; The account 'mint' holds SKR.",
                "account: treasury, asset: EUR, least: '1.005' ; '1.005' is not an amount of EUR",
                "account: treasury, asset: EUR, least: '-1.00' ; '-1.00' is not an amount of EUR",
                "account: treasury, asset: EUR, least: '1.00', unless: smal-spend ; There is no policy 'smal-spend'.",
                "account: treasury, asset: EUR, least: '1.00', until: P1D ; until",
                "account: treasury, asset: EUR ; least",
                "account: member/00, asset: EUR, least: '1.00' ; There is no account 'member/00'."
            })
    void whatIsWrongIsSaid(String reserve, String complaint) {
        assertThatThrownBy(() -> spending("    - { " + reserve + " }\n")).hasMessageContaining(complaint);
    }

    @Test
    void anAccountHasOneReserveOfAnAsset() {
        var one = "    - { account: treasury, asset: EUR, least: '1.00' }\n";

        assertThatThrownBy(() -> spending(one + one.replace("1.00", "2.00")))
                .hasMessageContaining("This account has a reserve of EUR before.");
    }

    @Test
    void thereAreNotMoreThanFifty() {
        var many = IntStream.range(0, 51)
                .mapToObj(i -> "    - { account: treasury, asset: EUR, least: " + i + " }\n")
                .collect(Collectors.joining());

        assertThatThrownBy(() -> spending(many)).hasMessageContaining("There are more than 50 reserves.");
    }

    private static Spending spending(String reserves) {
        return Samples.read(Samples.YAML + "treasury:\n  reserves:\n" + reserves)
                .treasury()
                .spending();
    }
}
