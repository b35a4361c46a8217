// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    /** FIPS 180-2, appendix B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void itIsSha256OfAllPartsInOrder() {
        assertThat(Hash.of("abc".getBytes(US_ASCII)).hex()).isEqualTo(ABC);
        assertThat(Hash.of("a".getBytes(US_ASCII), new byte[0], "bc".getBytes(US_ASCII)))
                .hasToString(ABC);
        assertThat(Hash.of()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void itIsReadBackFromItsDigits() {
        assertThat(Hash.parse(ABC)).isEqualTo(Hash.of("abc".getBytes(US_ASCII))).hasSameHashCodeAs(Hash.parse(ABC));
        assertThat(Hash.parse("0".repeat(64))).isEqualTo(Hash.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "0x7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                " a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "\u0662a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a"
            })
    void otherSpellingsAreRefused(String hex) {
        assertThatThrownBy(() -> Hash.parse(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hashesAreOrderedAsTheirDigitsAre() {
        assertThat(Hash.parse("7f" + "0".repeat(62))).isLessThan(Hash.parse("80" + "0".repeat(62)));
        assertThat(Hash.ZERO).isEqualByComparingTo(Hash.parse("0".repeat(64)));
    }

    @Test
    void aHashCannotBeChangedFromOutside() {
        var bytes = new byte[32];
        var hash = new Hash(bytes);

        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.ZERO);
    }

    @Test
    void aHashHas32Bytes() {
        assertThatThrownBy(() -> new Hash(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
