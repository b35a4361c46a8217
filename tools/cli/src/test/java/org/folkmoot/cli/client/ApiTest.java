// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 1_001, 20_000})
    void numbersOfServicesMayBeLong(int digits) {
        var number = BigInteger.TEN.pow(digits - 1);

        assertThat(Api.read("{\"panels\":" + number + "}").path("panels").bigIntegerValue())
                .isEqualTo(number);
    }
}
