// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a community says about how much leaves its accounts, and how. */
class SpendingLimitTest {
    @Test
    void everyKindOfLimitIsRead() {
        var limits = spending("""
                  limits:
                    - { from: treasury, asset: EUR, most: "5000.00", every: P1M }
                    - { from: treasury, asset: EUR, to: each, most: "1000.00", within: P30D }
                    - { from: treasury, asset: EUR, role: steward, most: 300, every: P1W }
                    - { policy: small-spend, asset: EUR, most: "2000.00", every: P1Y }
                """).limits();

        assertThat(limits)
                .containsExactly(
                        limit(new SpendingLimit.Of.From("treasury"), 500_000, every(Period.ofMonths(1))),
                        limit(
                                new SpendingLimit.Of.Each("treasury"),
                                100_000,
                                new SpendingLimit.Span.Within(Duration.ofDays(30))),
                        limit(new SpendingLimit.Of.Holder("treasury", "steward"), 30_000, every(Period.ofWeeks(1))),
                        limit(new SpendingLimit.Of.Track("small-spend"), 200_000, every(Period.ofYears(1))));
    }

    @Test
    void aLimitIsCalledAlikeHoweverMuchItIs() {
        var of = new SpendingLimit.Of.From("treasury");

        assertThat(limit(of, 1, every(Period.ofMonths(1))).name())
                .isEqualTo(limit(of, 2, every(Period.ofMonths(1))).name())
                .isEqualTo("from treasury EUR every P1M");
    }

    @ParameterizedTest
    @CsvSource({"P30D, P30D", "PT24H, P1D", "PT36H, PT36H"})
    void aWindowOfWholeDaysIsCalledSo(Duration window, String written) {
        assertThat(limit(new SpendingLimit.Of.Each("treasury"), 1, new SpendingLimit.Span.Within(window))
                        .name())
                .isEqualTo("from treasury to each EUR within " + written);
    }

    @Test
    void withoutAWordNothingIsLimitedAndNobodyLeavesWithAShare() {
        assertThat(Samples.constitution().treasury().spending()).isEqualTo(Spending.NONE);
    }

    @Test
    void whatIsSharedIsEveryAccountWithItsAsset() {
        var constitution = Samples.read(
                Samples.with("  EUR: { scale: 2 }\n", "  EUR: { scale: 2 }\n  UNITS: { scale: 0, kind: shares }\n")
                        + "treasury: { exit: { shares: UNITS, from: [treasury, mint] } }\n");

        assertThat(constitution
                        .treasury()
                        .spending()
                        .exit()
                        .orElseThrow()
                        .pots(constitution.assets(), constitution.accounts()))
                .containsExactly(new ExitRule.Pot("mint", "SKR"), new ExitRule.Pot("treasury", "EUR"));
    }

    @Test
    void aTreasuryThatIsNotDeclaredIsSharedWithAllItsAssetsButNotWithTheSharesAndWhatOnlyCounts() {
        var constitution = Samples.read(shared(3));

        assertThat(constitution
                        .treasury()
                        .spending()
                        .exit()
                        .orElseThrow()
                        .pots(constitution.assets(), constitution.accounts()))
                .extracting(ExitRule.Pot::asset)
                .containsExactly("A0", "A1", "A2", "EUR", "SKR");
    }

    @Test
    void anExitHasRoomForAsManyAccountsAsATransactionHasLegs() {
        assertThat(Samples.read(shared(61)).treasury().spending().exit()).isPresent();

        assertThatThrownBy(() -> Samples.read(shared(62)))
                .hasMessageContaining("These are 64 accounts of an asset each; an exit has room for 63.");
    }

    @ParameterizedTest
    @MethodSource("documented")
    void whatTheDocsSayIsRead(String section) {
        var constitution = Samples.read("""
                folkmoot: 1
                name: Documented
                assets: { SKR: { scale: 2 }, UNITS: { scale: 0, kind: shares } }
                accounts: { events: { asset: SKR }, reserve: { asset: SKR } }
                admission: { model: open }
                roles: { steward: {} }
                bodies: { all: { who: "true", power: equal } }
                policies:
                  - name: emergency
                    applies: "false"
                    body: all
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: PT0S, period: P3D, timelock: P2D, expires: P7D }
                  - name: running-costs
                    applies: "true"
                    body: all
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }
                    timing: { delay: PT0S, period: P3D, timelock: P2D, expires: P7D }
                """ + section);

        assertThat(constitution.treasury().spending()).isNotEqualTo(Spending.NONE);
    }

    static List<String> documented() throws IOException {
        return Pattern.compile("(?ms)^```yaml\\n(.*?)^```")
                .matcher(Files.readString(Path.of("../../docs/limits.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String shared(int more) {
        var assets = IntStream.range(0, more)
                .mapToObj(i -> "  A" + i + ": { scale: 0 }\n")
                .collect(Collectors.joining());
        return Samples.with(
                                "  EUR: { scale: 2 }\n",
                                "  EUR: { scale: 2 }\n  UNITS: { scale: 0, kind: shares }\n"
                                        + "  LEFT: { scale: 0, kind: control }\n" + assets)
                        .replace("  treasury: { asset: EUR, opening: \"100.00\" }\n", "")
                + "treasury: { exit: { shares: UNITS, from: treasury } }\n";
    }

    private static Spending spending(String said) {
        return Samples.read(Samples.YAML + "roles: { steward: {} }\ntreasury:\n" + said)
                .treasury()
                .spending();
    }

    private static SpendingLimit limit(SpendingLimit.Of of, long most, SpendingLimit.Span span) {
        return new SpendingLimit(of, "EUR", BigInteger.valueOf(most), span);
    }

    private static SpendingLimit.Span every(Period length) {
        return new SpendingLimit.Span.Every(length);
    }
}
