// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Points, numbers and ciphers, against what others published. */
class BuildingBlocksTest {
    private static final HexFormat HEX = HexFormat.of();

    /** The vectors of the XAES-256-GCM specification. */
    @ParameterizedTest
    @CsvSource({
        "01, '', ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271",
        "03, c2sp.org/XAES-256-GCM, 986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d"
    })
    void longNoncesSealAsPublished(String key, String with, String sealed) {
        byte[] text = Aes.seal(
                HEX.parseHex(key.repeat(32)),
                "ABCDEFGHIJKLMNOPQRSTUVWX".getBytes(US_ASCII),
                "XAES-256-GCM".getBytes(US_ASCII),
                with.getBytes(US_ASCII));

        assertThat(HEX.formatHex(text)).isEqualTo(sealed);
    }

    /** The first vector of P256_XMD:SHA-256_SSWU_RO_ in RFC 9380. */
    @Test
    void namesAreHashedToTheCurveAsPublished() {
        var point = SecondBase.hash("QUUX-V01-CS02-with-P256_XMD:SHA-256_SSWU_RO_", "");

        assertThat(point).hasToString("032c15230b26dbc6fc9a37051158c95b79656e17a1a920b11394ca91c44247d3e4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "000000000000000000000000000000000000000000000000000000000000000000",
                // uncompressed and hybrid spellings of the base
                "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
                "066b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
                "076b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
                // x = 1, which no point has
                "020000000000000000000000000000000000000000000000000000000000000001",
                // x = 5 lifted by the size of the field
                "02ffffffff00000001000000000000000000000001000000000000000000000004",
                // a byte too many
                "036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c29600"
            })
    void otherSpellingsOfPointsAreRefused(String hex) {
        var bytes = HEX.parseHex(hex);

        assertThatThrownBy(() -> Point.decode(bytes)).isInstanceOf(SealingRefused.class);
    }

    @Test
    void thePointAtInfinityIsRefused() {
        var bytes = new byte[] {0};

        assertThatThrownBy(() -> Point.decode(bytes)).isInstanceOf(SealingRefused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550, true",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551, false",
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632552, false"
    })
    void numbersAreBelowTheOrder(String hex, boolean fine) {
        var bytes = HEX.parseHex(hex);

        if (fine) assertThat(Scalars.encode(Scalars.decode(bytes))).isEqualTo(bytes);
        else assertThatThrownBy(() -> Scalars.decode(bytes)).isInstanceOf(SealingRefused.class);
    }
}
