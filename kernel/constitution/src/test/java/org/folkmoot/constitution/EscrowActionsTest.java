// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Splitting, and keeping something for somebody, is read as it was meant, or refused at the place that is wrong. */
class EscrowActionsTest {
    private static final Constitution SAMPLE = Samples.read(Samples.YAML + "roles: { steward: {}, judge: {} }\n");
    private static final String HASH = "ab".repeat(32);
    private static final String BEA = "member/" + HASH;
    private static final Map<String, Object> FLOW =
            Map.of("from", "treasury", "to", BEA, "asset", "EUR", "amount", "1.00");
    private static final Map<String, Object> STREAM = with(with(FLOW, "type", "treasury.stream"), "lasts", "P365D");
    private static final Map<String, Object> RATE = rate("0.10", "P1D");
    private static final Map<String, Object> SPLIT = Map.of(
            "type",
            "treasury.split",
            "from",
            "treasury",
            "asset",
            "EUR",
            "amount",
            "1.00",
            "parts",
            List.of(part(BEA, 1), part("member/" + "cd".repeat(32), 2)));
    private static final Map<String, Object> GRANT = Map.of(
            "type",
            "treasury.grant",
            "from",
            "treasury",
            "to",
            BEA,
            "asset",
            "EUR",
            "tranches",
            List.of(Map.of("amount", "1.00", "title", "Roof"), tranche("2.50", "P1D", "P9D")),
            "attesters",
            Map.of("role", "steward", "atLeast", 2L));
    private static final Map<String, Object> BOUNTY = Map.of(
            "type",
            "treasury.bounty",
            "from",
            "treasury",
            "asset",
            "EUR",
            "amount",
            "5.00",
            "expires",
            "P30D",
            "judges",
            Map.of("role", "judge", "atLeast", 1L),
            "memo",
            "A new ladder");

    private static Map<String, Object> rate(String amount, String per) {
        return with(with(FLOW, "type", "treasury.stream"), "rate", Map.of("amount", amount, "per", per));
    }

    static Stream<Map<String, Object>> good() {
        return Stream.of(
                SPLIT,
                with(SPLIT, "memo", "Prizes"),
                with(SPLIT, "parts", List.of(part(BEA, 1), part(BEA, 0))),
                STREAM,
                with(with(with(STREAM, "starts", "P30D"), "cliff", "P365D"), "memo", "For the lighthouse"),
                with(STREAM, "starts", "2026-11-20T10:00:00.000Z"),
                with(STREAM, "lasts", "P36525D"),
                with(STREAM, "funded", "ahead"),
                with(STREAM, "funded", "as-due"),
                with(RATE, "funded", "as-due"),
                RATE,
                with(RATE, "cliff", "P30D"),
                rate("0.01", "P365DT6H"),
                GRANT,
                with(GRANT, "option", "A"),
                with(GRANT, "funded", "ahead"),
                with(GRANT, "funded", "as-due"),
                BOUNTY,
                Map.of("type", "treasury.pause", "escrow", HASH),
                Map.of("type", "treasury.resume", "escrow", HASH),
                Map.of("type", "treasury.cancel", "escrow", HASH),
                Map.of("type", "treasury.tranche", "escrow", HASH, "number", 1L),
                Map.of("type", "treasury.award", "escrow", HASH, "to", BEA),
                Map.of("type", "treasury.extend", "escrow", HASH, "by", "P1D"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void writesWhatItRead(Map<String, Object> action) {
        assertThat(read(action).json().plain()).isEqualTo(action);
        assertThat(read(action).facts()).containsEntry("type", action.get("type"));
        assertThat(ActionFacts.NAMES).containsAll(read(action).facts().keySet());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(with(SPLIT, "parts", List.of()), "/parts"),
                Arguments.of(with(STREAM, "funded", "later"), "/funded"),
                Arguments.of(with(STREAM, "funded", 1L), "/funded"),
                Arguments.of(with(BOUNTY, "funded", "as-due"), "/funded"),
                Arguments.of(with(GRANT, "funded", "later"), "/funded"),
                Arguments.of(with(GRANT, "funded", 1L), "/funded"),
                Arguments.of(with(with(with(GRANT, "funded", "as-due"), "from", BEA), "to", "treasury"), "/from"),
                Arguments.of(with(with(with(STREAM, "funded", "as-due"), "from", BEA), "to", "treasury"), "/from"),
                Arguments.of(with(with(STREAM, "funded", "as-due"), "to", "escrow/" + HASH), "/to"),
                Arguments.of(with(with(STREAM, "funded", "as-due"), "to", "deposit/" + HASH), "/to"),
                Arguments.of(with(with(STREAM, "funded", "as-due"), "to", "issuance/EUR"), "/to"),
                Arguments.of(with(with(GRANT, "funded", "as-due"), "to", "escrow/" + HASH), "/to"),
                Arguments.of(with(with(GRANT, "funded", "as-due"), "to", "deposit/" + HASH), "/to"),
                Arguments.of(with(with(GRANT, "funded", "as-due"), "to", "issuance/EUR"), "/to"),
                Arguments.of(with(SPLIT, "parts", List.of(part(BEA, 0))), "/parts"),
                Arguments.of(with(SPLIT, "parts", Collections.nCopies(65, part(BEA, 1))), "/parts"),
                Arguments.of(with(SPLIT, "parts", List.of(part("treasury", 1))), "/parts"),
                Arguments.of(with(SPLIT, "parts", List.of(part(BEA, -1))), "/parts/0/weight"),
                Arguments.of(with(SPLIT, "parts", List.of(part(BEA, 1_000_000_000_001L))), "/parts/0/weight"),
                Arguments.of(with(SPLIT, "parts", List.of(with(part(BEA, 1), "weight", "1"))), "/parts/0/weight"),
                Arguments.of(with(SPLIT, "parts", List.of(part("nowhere", 1))), "/parts/0/to"),
                Arguments.of(with(SPLIT, "parts", List.of(with(part(BEA, 1), "share", 1L))), "/parts/0/share"),
                Arguments.of(with(SPLIT, "parts", "all"), "/parts"),
                Arguments.of(with(STREAM, "lasts", "PT0S"), "/lasts"),
                Arguments.of(with(STREAM, "lasts", "P36525DT0.001S"), "/lasts"),
                Arguments.of(with(STREAM, "cliff", "P365DT0.001S"), "/cliff"),
                Arguments.of(with(STREAM, "starts", "tomorrow"), "/starts"),
                Arguments.of(with(STREAM, "starts", "2026-11-20"), "/starts"),
                Arguments.of(with(STREAM, "starts", "P36526D"), "/starts"),
                Arguments.of(with(STREAM, "to", "treasury"), "/to"),
                Arguments.of(with(STREAM, "amount", "0.00"), "/amount"),
                Arguments.of(with(STREAM, "rate", "1.00"), "/rate"),
                Arguments.of(with(RATE, "lasts", "P1D"), "/lasts"),
                Arguments.of(without(STREAM, "lasts"), "/lasts"),
                Arguments.of(rate("0.00", "P1D"), "/rate/amount"),
                Arguments.of(rate("0.01", "PT0S"), "/rate/per"),
                Arguments.of(rate("0.01", "P365DT6H0.001S"), "/rate"),
                Arguments.of(with(RATE, "cliff", "P36525DT0.001S"), "/cliff"),
                Arguments.of(with(GRANT, "tranches", List.of()), "/tranches"),
                Arguments.of(
                        with(GRANT, "tranches", Collections.nCopies(65, tranche("1.00", "P1D", "P2D"))), "/tranches"),
                Arguments.of(with(GRANT, "tranches", List.of(tranche("1.00", "P2D", "P2D"))), "/tranches/0/expires"),
                Arguments.of(with(GRANT, "tranches", List.of(tranche("0", "P1D", "P2D"))), "/tranches/0/amount"),
                Arguments.of(with(GRANT, "tranches", List.of(Map.of("amount", "1.00"))), "/tranches/0/title"),
                Arguments.of(
                        with(GRANT, "tranches", Collections.nCopies(2, tranche("92233720368547758.07", "P1D", "P2D"))),
                        "/tranches"),
                Arguments.of(with(GRANT, "attesters", Map.of("role", "stewart", "atLeast", 1L)), "/attesters/role"),
                Arguments.of(with(GRANT, "attesters", Map.of("role", "steward", "atLeast", 0L)), "/attesters/atLeast"),
                Arguments.of(with(GRANT, "amount", "3.50"), "/amount"),
                Arguments.of(with(BOUNTY, "expires", "PT0S"), "/expires"),
                Arguments.of(without(BOUNTY, "judges"), "/judges"),
                Arguments.of(with(BOUNTY, "judges", Map.of("role", "judge", "atLeast", 101L)), "/judges/atLeast"),
                Arguments.of(with(BOUNTY, "to", BEA), "/to"),
                Arguments.of(Map.of("type", "treasury.pause", "escrow", "that one"), "/escrow"),
                Arguments.of(Map.of("type", "treasury.cancel", "escrow", HASH, "memo", "x"), "/memo"),
                Arguments.of(Map.of("type", "treasury.tranche", "escrow", HASH, "number", 0L), "/number"),
                Arguments.of(Map.of("type", "treasury.award", "escrow", HASH, "to", "nowhere"), "/to"),
                Arguments.of(Map.of("type", "treasury.extend", "escrow", HASH, "by", "PT0S"), "/by"),
                Arguments.of(Map.of("type", "treasury.extend", "escrow", HASH, "by", "-P1D"), "/by"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWhatIsWrongWhereItIs(Map<String, Object> action, String path) {
        var refused = catchThrowableOfType(ActionRefused.class, () -> read(action));

        assertThat(refused.complaints()).extracting(Complaint::path).contains(path);
    }

    @Test
    void aConditionSeesAllAmountsAsWholeNumbers() {
        assertThat(read(SPLIT).facts().get("parts"))
                .isEqualTo(List.of(
                        with(part(BEA, 1), "amount", 33L), with(part("member/" + "cd".repeat(32), 2), "amount", 67L)));
        assertThat(read(STREAM).facts()).containsEntry("amount", 100L);
        assertThat(read(GRANT).facts()).containsEntry("amount", 350L);
        assertThat(read(BOUNTY).facts()).containsEntry("amount", 500L);
    }

    @Test
    void whatIsKeptOrSplitCountsInTheSums() {
        var all = Stream.of(SPLIT, STREAM, GRANT, BOUNTY)
                .map(action -> read(action).facts())
                .toList();

        assertThat(applies("total('EUR') == 1050 && total('SKR') == 0").to(all)).isTrue();
        assertThat(applies("totalTo('EUR', '" + BEA + "') == 483").to(all)).isTrue();
        assertThat(applies("totalTo('EUR', 'treasury') == 0").to(all)).isTrue();
    }

    @Test
    void whatAnAwardGivesIsKnownInNoSumOfTheOneWhoGetsIt() {
        var award = List.of(read(Map.of("type", "treasury.award", "escrow", HASH, "to", BEA))
                .facts());

        assertThat(applies("total('EUR') == 0 && totalTo('EUR', 'treasury') == 0")
                        .to(award))
                .isTrue();
        assertThatThrownBy(() -> applies("totalTo('EUR', '" + BEA + "') <= 100").to(award))
                .isInstanceOf(ExpressionFailed.class);
    }

    private static Applies applies(String source) {
        return Applies.compile(Applies.language(SAMPLE.assets()), source);
    }

    private static Action read(Map<String, Object> action) {
        return Action.read(action, SAMPLE);
    }

    private static Map<String, Object> part(String to, long weight) {
        return Map.of("to", to, "weight", weight);
    }

    private static Map<String, Object> tranche(String amount, String from, String expires) {
        return Map.of("amount", amount, "title", "Walls", "validFrom", from, "expires", expires);
    }

    private static Map<String, Object> with(Map<String, Object> action, String name, Object value) {
        var changed = new HashMap<>(action);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> action, String name) {
        var changed = new HashMap<>(action);
        changed.remove(name);
        return changed;
    }
}
