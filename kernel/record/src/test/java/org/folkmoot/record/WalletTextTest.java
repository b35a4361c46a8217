// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a wallet shows and signs, byte for byte: other wallets and other verifiers depend on it. */
class WalletTextTest {
    private static final byte[] PAYLOAD = ActTest.PAYLOAD.getBytes(UTF_8);
    private static final String DOMAIN = "EIP712Domain(string name,string version,bytes32 salt)";
    private static final String ACTION = "Action(string community,string type,string subject,string summary,uint64 seq,"
            + "uint64 notAfter,bytes32 payloadHash)";
    private static final String SUMMARY = "ballot.cast/1 {\"choice\":\"for\"}";

    @Test
    void theWalletIsShownThis() {
        assertThat(WalletText.json(PAYLOAD).canonicalText()).isEqualTo("""
                {"domain":{"name":"DAO Engine","salt":"0x%1$s","version":"1"},\
                "message":{"community":"%1$s","notAfter":"1790003600",\
                "payloadHash":"0x%3$s","seq":"17","subject":"%2$s",\
                "summary":"ballot.cast/1 {\\"choice\\":\\"for\\"}","type":"ballot.cast/1"},\
                "primaryType":"Action",\
                "types":{"Action":[{"name":"community","type":"string"},{"name":"type","type":"string"},\
                {"name":"subject","type":"string"},{"name":"summary","type":"string"},{"name":"seq","type":"uint64"},\
                {"name":"notAfter","type":"uint64"},{"name":"payloadHash","type":"bytes32"}],\
                "EIP712Domain":[{"name":"name","type":"string"},{"name":"version","type":"string"},\
                {"name":"salt","type":"bytes32"}]}}""".formatted(
                        "33".repeat(32), "44".repeat(32), Hash.of(PAYLOAD).hex()));
    }

    /** Put together by hand from the text of EIP-712. */
    @Test
    void theWalletSignsThis() {
        var domain = Keccak.of(words(text(DOMAIN), text("DAO Engine"), text("1"), ActTest.COMMUNITY.bytes()));
        var action = Keccak.of(words(
                text(ACTION),
                text(ActTest.COMMUNITY.hex()),
                text("ballot.cast/1"),
                text(ActTest.POLL.hex()),
                text(SUMMARY),
                number(17),
                number(1790003600),
                Hash.of(PAYLOAD).bytes()));
        var signed = ByteBuffer.allocate(66)
                .put((byte) 0x19)
                .put((byte) 0x01)
                .put(domain)
                .put(action);

        assertThat(WalletText.encode(ActTest.ballot(), PAYLOAD)).isEqualTo(signed.array());
    }

    @ParameterizedTest
    @CsvSource({"999, ''", "1000, ''", "1001, … (1001 characters)"})
    void theFirstThousandCharactersOfTheBodyAreShown(int characters, String end) {
        // {"text":""} has eleven characters of its own.
        var body = Json.object(Map.of("text", "😀".repeat(characters - 11)));
        var act = Act.draft(
                ActTest.COMMUNITY, ActTest.SECRET.publicKey(), "ballot.cast/1", ActTest.POLL, body, 17, 1790003600);

        var summary = WalletText.summary(act);

        assertThat(summary).startsWith("ballot.cast/1 {\"text\":\"😀").endsWith(end.isEmpty() ? "\"}" : end);
        var shown = summary.substring("ballot.cast/1 ".length(), summary.length() - end.length());
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(Math.min(characters, 1_000));
    }

    private static byte[] text(String text) {
        return Keccak.of(text.getBytes(UTF_8));
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(32).putLong(24, number).array();
    }

    private static byte[] words(byte[]... words) {
        var all = ByteBuffer.allocate(32 * words.length);
        for (var word : words) all.put(word);
        return all.array();
    }
}
