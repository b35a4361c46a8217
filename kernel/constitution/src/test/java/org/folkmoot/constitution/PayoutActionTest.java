// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A payment to the outside is checked when it is proposed, because it cannot be taken back. */
class PayoutActionTest {
    private static final String SAFE = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private static final String OTHER = "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359";
    private static final String TOKEN = "0xdbf03b407c01e7cd3cbea99509d93f8dddc8c6fb";
    private static final String IBAN = "DE89370400440532013000";
    private static final Constitution SAMPLE = Samples.read(Samples.with("EUR: { scale: 2 }", """
            EUR: { scale: 2 }
              NOK: { scale: 2 }
              USDC: { scale: 6 }
              CHF: { scale: 6 }
              SEK: { scale: 2 }
              HUF: { scale: 3 }
              JPY: { scale: 0 }
              KRW: { scale: 1 }
              KWD: { scale: 3 }
              OMR: { scale: 4 }
              XAU: { scale: 0 }
              QQQ: { scale: 0 }
              LETS: { scale: 0, kind: currency }
            roles: { bookkeeper: { title: Bookkeeper } }
            treasury:
              attesters:
                EUR: { role: bookkeeper, atLeast: 2 }
                USDC: { role: bookkeeper, atLeast: 2 }
                CHF: { role: bookkeeper, atLeast: 2 }
                SEK: { role: bookkeeper, atLeast: 2 }
                HUF: { role: bookkeeper, atLeast: 2 }
                JPY: { role: bookkeeper, atLeast: 2 }
                KRW: { role: bookkeeper, atLeast: 2 }
                KWD: { role: bookkeeper, atLeast: 2 }
                OMR: { role: bookkeeper, atLeast: 2 }
                XAU: { role: bookkeeper, atLeast: 2 }
                QQQ: { role: bookkeeper, atLeast: 2 }
              bank:
                EUR: { name: Skerry Commons, iban: NO93 8601 1117 947, bic: DNBANOKK }
                CHF: { name: Skerry Commons, iban: NO9386011117947 }
                SEK: { name: Skerry Commons, iban: NO9386011117947 }
                HUF: { name: Skerry Commons, iban: NO9386011117947 }
                JPY: { name: Skerry Commons, iban: NO9386011117947 }
                KRW: { name: Skerry Commons, iban: NO9386011117947 }
                KWD: { name: Skerry Commons, iban: NO9386011117947 }
                OMR: { name: Skerry Commons, iban: NO9386011117947 }
                XAU: { name: Skerry Commons, iban: NO9386011117947 }
                QQQ: { name: Skerry Commons, iban: NO9386011117947 }
            """.strip()));
    private static final Map<String, Object> BANK = Map.of(
            "type", "treasury.payout",
            "from", "treasury",
            "asset", "EUR",
            "amount", "80.00",
            "to", Map.of("iban", IBAN, "name", "Bea", "bic", "DEUTDEFF"),
            "memo", "Nails",
            "expires", "P14D");
    private static final Map<String, Object> CHAIN = Map.of(
            "type", "treasury.payout",
            "from", "member/" + "ab".repeat(32),
            "asset", "USDC",
            "amount", "80.000000",
            "to", Map.of("safe", SAFE, "address", OTHER, "chain", 100L, "token", TOKEN, "decimals", 6L),
            "expires", "PT1S");

    static Stream<Map<String, Object>> right() {
        return Stream.of(
                BANK,
                with(BANK, "expires", "P3660D"),
                with(BANK, "amount", "999999999.99"),
                to(BANK, Map.of("iban", IBAN, "name", "Bea")),
                CHAIN,
                to(CHAIN, Map.of("safe", SAFE, "address", OTHER, "chain", 1L)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void writesWhatItRead(Map<String, Object> action) {
        assertThat(Action.read(action, SAMPLE).json().plain()).isEqualTo(action);
        assertThat(ActionFacts.NAMES)
                .containsAll(Action.read(action, SAMPLE).facts().keySet());
    }

    /** As many decimals as a currency has, and one more; what is no currency has none. */
    @ParameterizedTest
    @CsvSource({
        "SEK, true",
        "HUF, false",
        "JPY, true",
        "KRW, false",
        "KWD, true",
        "OMR, false",
        "XAU, false",
        "QQQ, false"
    })
    void banksPayCurrenciesInTheirOwnDecimals(String code, boolean pay) {
        var action = with(
                with(BANK, "asset", code),
                "amount",
                SAMPLE.asset(code).orElseThrow().decimal(BigInteger.valueOf(8000)));

        var refused = catchThrowableOfType(ActionRefused.class, () -> Action.read(action, SAMPLE));

        assertThat(refused.complaints().stream()
                        .anyMatch(complaint -> complaint.path().equals("/asset")))
                .isNotEqualTo(pay);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(with(BANK, "expires", "PT0S"), "/expires"),
                Arguments.of(with(BANK, "expires", "P3661D"), "/expires"),
                Arguments.of(with(BANK, "asset", "NOK"), "/asset"),
                Arguments.of(with(BANK, "asset", "LETS"), "/asset"),
                Arguments.of(with(BANK, "asset", "USDC"), "/asset"),
                Arguments.of(with(BANK, "asset", "CHF"), "/asset"),
                Arguments.of(with(BANK, "amount", "0.00"), "/amount"),
                Arguments.of(with(BANK, "amount", "0.001"), "/amount"),
                Arguments.of(with(BANK, "amount", "1000000000.00"), "/amount"),
                Arguments.of(with(BANK, "memo", "//"), "/memo"),
                Arguments.of(to(BANK, Map.of("iban", IBAN, "name", "Беа")), "/to/name"),
                Arguments.of(with(BANK, "memo", "x".repeat(141)), "/memo"),
                Arguments.of(to(BANK, Map.of("iban", IBAN.replace("89", "88"), "name", "Bea")), "/to/iban"),
                Arguments.of(to(BANK, Map.of("iban", IBAN)), "/to/name"),
                Arguments.of(to(BANK, Map.of("iban", IBAN, "name", "x".repeat(71))), "/to/name"),
                Arguments.of(to(BANK, Map.of("iban", IBAN, "name", "Bea", "bic", "DEUT")), "/to/bic"),
                Arguments.of(to(BANK, Map.of("iban", IBAN, "name", "Bea", "safe", SAFE)), "/to/safe"),
                Arguments.of(to(CHAIN, Map.of("safe", SAFE.toUpperCase(java.util.Locale.ROOT))), "/to/safe"),
                Arguments.of(to(CHAIN, Map.of("safe", SAFE, "address", SAFE, "chain", 1L)), "/to/address"),
                Arguments.of(to(CHAIN, Map.of("safe", SAFE, "address", "0x" + "0".repeat(40))), "/to/address"),
                Arguments.of(to(CHAIN, Map.of("safe", SAFE, "address", OTHER, "chain", 0L)), "/to/chain"),
                Arguments.of(
                        to(CHAIN, Map.of("safe", SAFE, "address", OTHER, "chain", 1L, "token", TOKEN)), "/to/decimals"),
                Arguments.of(
                        to(CHAIN, Map.of("safe", SAFE, "address", OTHER, "chain", 1L, "token", TOKEN, "decimals", 5L)),
                        "/to/decimals"),
                Arguments.of(to(BANK, Map.of("iban", "NO9386011117947", "name", "Skerry Commons")), "/to/iban"),
                Arguments.of(
                        to(CHAIN, Map.of("safe", SAFE, "address", TOKEN, "chain", 1L, "token", TOKEN, "decimals", 6L)),
                        "/to/address"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatCannotBePaid(Map<String, Object> action, String path) {
        var refused = catchThrowableOfType(ActionRefused.class, () -> Action.read(action, SAMPLE));

        assertThat(refused.complaints()).extracting(Complaint::path).contains(path);
    }

    @Test
    void aConditionSeesWhereItGoes() {
        var facts = Action.read(CHAIN, SAMPLE).facts();

        assertThat(facts).containsEntry("to", "eip155:100:" + OTHER).containsEntry("token", TOKEN);
        assertThat(Action.read(BANK, SAMPLE).facts()).containsEntry("to", IBAN).containsEntry("amount", 8_000L);
    }

    private static Map<String, Object> to(Map<String, Object> action, Map<String, Object> to) {
        return with(action, "to", to);
    }

    private static Map<String, Object> with(Map<String, Object> action, String name, Object value) {
        var changed = new HashMap<>(action);
        changed.put(name, value);
        return changed;
    }
}
