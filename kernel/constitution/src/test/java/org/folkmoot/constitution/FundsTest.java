// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.policy.Growth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a proposal asks of a fund is all that its actions take out of it, whatever kind they are of. */
class FundsTest {
    private static final Growth.Fund TREASURY = new Growth.Fund("treasury", "EUR");

    private static BigInteger asked(List<Action> actions, Growth.Fund fund) {
        return Funds.asked(actions, fund).orElseThrow();
    }

    private static Action read(Map<String, Object> action) {
        return Action.read(action, ActionSamples.CONSTITUTION);
    }

    static Stream<Action> samples() {
        return ActionSamples.all().stream().map(FundsTest::read);
    }

    /** Whatever names the account as the one that it takes from asks for something, and nothing else does. */
    @ParameterizedTest
    @MethodSource("samples")
    void everyKindOfActionAsksForWhatItTakes(Action action) {
        var takes = action.json().canonicalText().contains("\"from\":\"treasury\"");

        var asked = Funds.asked(List.of(action), TREASURY);

        if (action.type().equals("treasury.reverse")) {
            assertThat(asked).isEmpty();
        } else {
            assertThat(asked.orElseThrow().signum())
                    .as(action.json().canonicalText())
                    .isEqualTo(takes ? 1 : 0);
        }
    }

    /** Nobody knows beforehand how much each source gives, so it is the most that it may. */
    @ParameterizedTest
    @CsvSource({"0.01, 1", "9.99, 999", "10.00, 1000", "10.01, 1000"})
    void whatIsGatheredMayComeOutOfItWhole(String max, long asked) {
        var gather = Map.<String, Object>of(
                "type",
                "treasury.gather",
                "to",
                "member/" + "ab".repeat(32),
                "asset",
                "EUR",
                "amount",
                "10.00",
                "sources",
                List.of(Map.of("from", "treasury", "max", max), Map.of("from", "member/" + "cd".repeat(32))));

        assertThat(asked(List.of(read(gather)), TREASURY)).isEqualTo(BigInteger.valueOf(asked));
    }

    @Test
    void isTheSumOfAll() {
        var member = "member/" + "ab".repeat(32);
        var transfer = Map.<String, Object>of(
                "type", "treasury.transfer", "from", "treasury", "to", member, "asset", "EUR", "amount", "2.50");
        var split = Map.<String, Object>of(
                "type",
                "treasury.split",
                "from",
                "treasury",
                "asset",
                "EUR",
                "amount",
                "1.01",
                "parts",
                List.of(Map.of("to", member, "weight", 1L), Map.of("to", "member/" + "cd".repeat(32), "weight", 2L)));
        var both = List.of(read(transfer), read(split));

        assertThat(asked(both, TREASURY)).isEqualTo(BigInteger.valueOf(351));
        assertThat(asked(both, new Growth.Fund("treasury", "SKR"))).isZero();
        assertThat(asked(both, new Growth.Fund("garden", "EUR"))).isZero();
        assertThat(asked(List.of(), TREASURY)).isZero();
    }
}
