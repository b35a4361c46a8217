// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The example that EIP-712 itself publishes: the mail from Cow to Bob. */
class TypedDataTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String COW = "cd2a3d9f938e13cd947ec05abc7fe734df8dd826";
    private static final String BOB = "bBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB";
    private static final String R = "4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d";
    private static final String S = "07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b91562";
    private static final TypedData.Struct DOMAIN = new TypedData.Struct(
            "EIP712Domain",
            text("name", "Ether Mail"),
            text("version", "1"),
            new TypedData.Member("chainId", new TypedData.Number(BigInteger.ONE, 256)),
            address("verifyingContract", "CcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC"));
    private static final TypedData.Struct MAIL = new TypedData.Struct(
            "Mail", person("from", "Cow", COW), person("to", "Bob", BOB), text("contents", "Hello, Bob!"));

    @Test
    void theTypeIsSpeltAsPublished() {
        assertThat(MAIL.type())
                .isEqualTo("Mail(Person from,Person to,string contents)Person(string name,address wallet)");
    }

    @Test
    void theHashesAreThePublishedOnes() {
        assertThat(HEX.formatHex(Keccak.of(MAIL.type().getBytes(UTF_8))))
                .isEqualTo("a0cedeb2dc280ba39b857546d74f5549c3a1d7bdc2dd96bf881f76108e23dac2");
        assertThat(HEX.formatHex(MAIL.hash()))
                .isEqualTo("c52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e");
        assertThat(HEX.formatHex(DOMAIN.hash()))
                .isEqualTo("f2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f");
        assertThat(HEX.formatHex(Keccak.of(TypedData.encode(DOMAIN, MAIL))))
                .isEqualTo("be609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2");
    }

    @Test
    void thePublishedSignatureIsCows() {
        assertThat(recovered(R + S + "1c")).isEqualTo(COW);
    }

    @Test
    void thePublishedKeyHasCowsAddress() {
        var secret = new BigInteger(1, Keccak.of("cow".getBytes(UTF_8)));

        assertThat(HEX.formatHex(Secp256k1.address(Secp256k1.publicKey(secret))))
                .isEqualTo(COW);
    }

    @Test
    void theTwinWithAHighSIsNobodys() {
        var order = new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
        var twin = R + order.subtract(new BigInteger(S, 16)).toString(16) + "1b";

        assertThat(Secp256k1.highS(HEX.parseHex(twin))).isTrue();
        assertThat(recovered(twin)).isEqualTo("nobody");
    }

    @Test
    void otherValuesOfVAreNobodys() {
        assertThat(recovered(R + S + "00")).isEqualTo("nobody");
        assertThat(recovered(R + S + "1a")).isEqualTo("nobody");
        assertThat(recovered(R + S + "1d")).isEqualTo("nobody");
        assertThat(recovered(R + S + "1b")).isNotEqualTo(COW);
    }

    @Test
    void scalarsOutOfRangeAreNobodys() {
        var zero = "00".repeat(32);
        var order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";

        assertThat(recovered(zero + S + "1c")).isEqualTo("nobody");
        assertThat(recovered(R + zero + "1c")).isEqualTo("nobody");
        assertThat(recovered(order + S + "1c")).isEqualTo("nobody");
        assertThat(recovered(R + order + "1c")).isEqualTo("nobody");
        assertThat(recovered(R + S)).isEqualTo("nobody");
    }

    @Test
    void aNumberFitsItsBits() {
        var most = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

        assertThat(HEX.formatHex(new TypedData.Number(most, 64).word())).isEqualTo("00".repeat(24) + "ff".repeat(8));
        assertThatThrownBy(() -> new TypedData.Number(most.add(BigInteger.ONE), 64))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TypedData.Number(BigInteger.valueOf(-1), 64))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String recovered(String signature) {
        return Secp256k1.recover(Keccak.of(TypedData.encode(DOMAIN, MAIL)), HEX.parseHex(signature))
                .map(HEX::formatHex)
                .orElse("nobody");
    }

    private static TypedData.Member text(String name, String value) {
        return new TypedData.Member(name, new TypedData.Text(value));
    }

    private static TypedData.Member address(String name, String hex) {
        return new TypedData.Member(name, new TypedData.Address(HEX.parseHex(hex)));
    }

    private static TypedData.Member person(String member, String name, String wallet) {
        return new TypedData.Member(
                member,
                new TypedData.Inner(new TypedData.Struct("Person", text("name", name), address("wallet", wallet))));
    }
}
