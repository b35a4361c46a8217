// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
    @ParameterizedTest
    @CsvSource({
        "3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29,did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
        "2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6,did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    })
    void publishedKeysHaveTheirPublishedNames(String hex, String did) {
        var key = new PublicKey(HexFormat.of().parseHex(hex));

        assertThat(key.did()).isEqualTo(did);
        assertThat(PublicKey.parse(did)).isEqualTo(key);
    }

    @Test
    void everyKeyIsReadBackFromItsNameSeed58() {
        var random = new Random(58);

        for (int i = 0; i < 20_000; i++) {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            if (i % 3 == 0) Arrays.fill(bytes, 0, random.nextInt(33), (byte) (i % 2 == 0 ? 0 : -1));
            var key = new PublicKey(bytes);
            assertThat(PublicKey.parse(key.did())).isEqualTo(key);
        }
    }

    @Test
    void anyOtherDigitNamesAnotherKeyOrNone() {
        var did = new SecretKey(new byte[32]).publicKey().did();
        var key = PublicKey.parse(did);

        for (int at = 9; at < did.length(); at++) {
            for (char c = ' '; c < 0x7f; c++) {
                if (c == did.charAt(at)) continue;
                var changed = did.substring(0, at) + c + did.substring(at + 1);
                try {
                    var other = PublicKey.parse(changed);
                    assertThat(other).isNotEqualTo(key);
                    assertThat(other.did()).isEqualTo(changed);
                } catch (IllegalArgumentException _) {
                    // refused is fine, too
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "did:key:",
                "did:key:z",
                "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "did:key:6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "DID:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "did:key:Z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                " did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp#z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "did:key:z16MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW",
                "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp1",
                "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW0",
                "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWå",
                "did:key:zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
                "did:key:z11111111111111111111111111111111111111111111111",
                "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
                "did:web:example.org"
            })
    void otherNamesAreRefused(String did) {
        assertThatThrownBy(() -> PublicKey.parse(did)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyThatSomebodyMadeIsAdmissible() {
        assertThat(SecretKey.generate(new Random(3)).publicKey().admissible()).isTrue();
    }

    /** The eight points whose order divides the cofactor, with their second spellings. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
            })
    void pointsOfLowOrderAreNotAdmissible(String hex) {
        assertThat(new PublicKey(HexFormat.of().parseHex(hex)).admissible()).isFalse();
    }

    @Test
    void bytesThatAreNoPointAreNotAdmissible() {
        assertThat(new PublicKey(HexFormat.of().parseHex("02" + "00".repeat(31))).admissible())
                .isFalse();
        assertThat(new PublicKey(HexFormat.of().parseHex("ff".repeat(32))).admissible())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 21, 31, 34, 64, 65})
    void noSuiteHasKeysOfAnotherSize(int size) {
        assertThatThrownBy(() -> new PublicKey(new byte[size])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp, ED25519",
        "did:key:zDnaeucDGfhXHoJVqot3p21RuupNJ2fZrs8Lb1GV83VnSo2jR, WEBAUTHN_ES256",
        "did:pkh:eip155:1:0xb9c5714089478a327f09197987f16f9e5d936e8a, EIP712"
    })
    void aKeyOfEachSuiteIsReadAndWrittenTheSame(String did, Suite suite) {
        var key = PublicKey.parse(did);

        assertThat(key.suite()).isEqualTo(suite);
        assertThat(key.did()).isEqualTo(did);
        assertThat(key.admissible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:pkh:eip155:1:0xB9C5714089478a327F09197987f16f9e5d936E8a",
                "did:pkh:eip155:1:0xb9c5714089478a327f09197987f16f9e5d936e8",
                "did:pkh:eip155:1:0xb9c5714089478a327f09197987f16f9e5d936e8a0",
                "did:pkh:eip155:1:b9c5714089478a327f09197987f16f9e5d936e8a",
                "did:pkh:eip155:10:0xb9c5714089478a327f09197987f16f9e5d936e8a",
                "did:pkh:eip155:1:0xb9c5714089478a327f09197987f16f9e5d936e8g",
                "did:pkh:solana:4sGjMW1sUnHzSxGspuhpqLDx6wiyjNtZ"
            })
    void otherSpellingsOfAWalletAreRefused(String did) {
        assertThatThrownBy(() -> PublicKey.parse(did)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000000000000000000000000000000000000000000000000000000000",
                "04e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
                "0000000000000000000000000000000000000000"
            })
    void whatIsNoPointAndNoAccountIsNotAdmissible(String hex) {
        assertThat(new PublicKey(HexFormat.of().parseHex(hex)).admissible()).isFalse();
    }

    @Test
    void aKeyCannotBeChangedFromOutside() {
        var bytes = new byte[32];
        var key = new PublicKey(bytes);

        bytes[0] = 1;
        key.bytes()[1] = 1;

        assertThat(key).isEqualTo(new PublicKey(new byte[32]));
    }
}
