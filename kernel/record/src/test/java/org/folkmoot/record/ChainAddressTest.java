// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses have the capitals of ERC-55, or none. */
class ChainAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // the examples of ERC-55
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
            })
    void writesTheChecksumOfTheStandard(String address) {
        assertThat(ChainAddress.parse(address)).hasToString(address);
        assertThat(ChainAddress.parse(address.toLowerCase(Locale.ROOT))).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", // one capital too many
                "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed", // one too few
                "0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae",
                "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed0",
                "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg",
                "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED",
                ""
            })
    void refusesAnythingElse(String written) {
        assertThatThrownBy(() -> ChainAddress.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheAddressOfNobody() {
        assertThat(ChainAddress.parse("0x" + "0".repeat(40)).isNobodys()).isTrue();
        assertThat(ChainAddress.parse("0x" + "0".repeat(39) + "1").isNobodys()).isFalse();
    }
}
