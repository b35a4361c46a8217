// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A condition can ask what a proposal moves altogether. */
class TotalsTest {
    private static final List<Map<String, Object>> ACTIONS = List.of(
            transfer("garden", "EUR", 70),
            transfer("boats", "EUR", 31),
            transfer("garden", "SKR", 1_000),
            Map.of("type", "member.remove", "member", "ab"),
            transfer("garden", "EUR", 1));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "total('EUR') == 102 ; true",
                "total('SKR') == 1000 ; true",
                "total('SKR') == 999 ; false",
                "totalTo('EUR', 'garden') == 71 ; true",
                "totalTo('EUR', 'boats') == 31 ; true",
                "totalTo('EUR', 'treasury') == 0 ; true",
                "totalTo('SKR', 'boats') == 0 ; true",
                "actions.all(a, a.type != 'treasury.transfer' || totalTo(a.asset, a.to) <= 1000) ; true",
                "actions.exists(a, a.type == 'treasury.transfer' && total(a.asset) == 102) ; true",
                "total('EUR') > amount('1.01', 'EUR') ; true",
                "total('EUR') > amount('1.02', 'EUR') ; false"
            })
    void sums(String source, boolean answer) {
        assertThat(applies(source).to(ACTIONS)).isEqualTo(answer);
    }

    @Test
    void aSpendThatIsSplitOverKindsOfActionsIsOneSum() {
        var split = List.of(
                transfer("garden", "EUR", 70),
                Map.<String, Object>of(
                        "type",
                        "treasury.transaction",
                        "legs",
                        List.of(transfer("garden", "EUR", 20), transfer("boats", "EUR", 500))),
                flow("treasury.hold", 4),
                flow("treasury.payout", 2),
                flow("treasury.issue", 4),
                Map.<String, Object>of("type", "treasury.settle", "hold", "ab"),
                Map.<String, Object>of("type", "treasury.freeze", "account", "garden", "asset", "EUR"));

        assertThat(applies("totalTo('EUR', 'garden') == 100").to(split)).isTrue();
        assertThat(applies("total('EUR') == 600").to(split)).isTrue();
    }

    /** What the fullest sample of a kind adds to the sums; a kind that is not here has no sum. */
    private static final Map<String, Long> ADDS = Map.ofEntries(
            Map.entry("treasury.transfer", 250L),
            Map.entry("treasury.transaction", 500L),
            Map.entry("treasury.gather", 250L),
            Map.entry("treasury.issue", 250L),
            Map.entry("treasury.open", 250L),
            Map.entry("treasury.import", 250L),
            Map.entry("treasury.burn", 250L),
            Map.entry("treasury.hold", 250L),
            Map.entry("treasury.settle", 0L),
            Map.entry("treasury.release", 0L),
            Map.entry("treasury.freeze", 0L),
            Map.entry("treasury.unfreeze", 0L),
            Map.entry("treasury.split", 250L),
            Map.entry("treasury.stream", 250L),
            Map.entry("treasury.grant", 500L),
            Map.entry("treasury.bounty", 250L),
            Map.entry("treasury.pause", 0L),
            Map.entry("treasury.resume", 0L),
            Map.entry("treasury.cancel", 0L),
            Map.entry("treasury.tranche", 0L),
            Map.entry("treasury.award", 0L),
            Map.entry("treasury.extend", 0L),
            Map.entry("treasury.payout", 250L));

    static Stream<String> kindsOfTheTreasury() {
        return Action.TYPES.stream().filter(type -> type.startsWith("treasury."));
    }

    @ParameterizedTest
    @MethodSource("kindsOfTheTreasury")
    void everyKindAddsWhatItMoves(String type) {
        var proposed = List.of(fullest(type));

        if (ADDS.containsKey(type))
            assertThat(applies("total('EUR') == " + ADDS.get(type)).to(proposed))
                    .isTrue();
        else assertThatThrownBy(() -> applies("total('EUR') >= 0").to(proposed)).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void oneBeneficiaryHasOneSumOverAllKindsAsTheyAreRead() {
        // How much a bounty has that somebody is given is not known here, nor what is in a file, so of that there is no
        // sum for
        // anybody.
        var proposed = ADDS.keySet().stream()
                .filter(type -> !type.equals("treasury.award") && !type.equals("treasury.import"))
                .map(TotalsTest::fullest)
                .toList();

        assertThat(applies("total('EUR') == 3500").to(proposed)).isTrue();
        // What is issued in the sample goes to the member too; what is burned, promised or paid outside goes to no
        // member.
        assertThat(applies("totalTo('EUR', 'member/" + "ab".repeat(32) + "') == 2700")
                        .to(proposed))
                .isTrue();
    }

    private static Map<String, Object> fullest(String type) {
        var said = ActionSamples.all().stream()
                .filter(sample -> type.equals(sample.get("type")))
                .toList()
                .getLast();
        return Action.read(said, ActionSamples.CONSTITUTION).facts();
    }

    @Test
    void whatAReversalMovesIsNoSum() {
        var reversal = List.of(Map.<String, Object>of("type", "treasury.reverse", "transfer", "ab"));

        assertThatThrownBy(() -> applies("total('EUR') <= 100").to(reversal)).isInstanceOf(ExpressionFailed.class);
        assertThat(applies("actions.all(a, a.type == 'treasury.reverse')").to(reversal))
                .isTrue();
    }

    private static Map<String, Object> flow(String type, long amount) {
        var flow = transfer("garden", "EUR", amount);
        flow.put("type", type);
        return flow;
    }

    @Test
    void noTransferIsASumOfNothing() {
        assertThat(applies("total('EUR') == 0").to(List.of())).isTrue();
    }

    @Test
    void theLargestSumHasAnAnswerAndTheNextOneHasNone() {
        var most = Long.MAX_VALUE - 1;
        var fits = List.of(transfer("garden", "EUR", most), transfer("garden", "EUR", 1));
        var tooMuch = List.of(transfer("garden", "EUR", most), transfer("garden", "EUR", 2));
        var total = applies("total('EUR') > 0");

        assertThat(total.to(fits)).isTrue();
        assertThatThrownBy(() -> total.to(tooMuch)).isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void anAssetThatIsNoTextHasNoTotal() {
        assertThatThrownBy(() -> applies("actions.all(a, total(a.amount) > 0)").to(ACTIONS))
                .isInstanceOf(ExpressionFailed.class);
    }

    @Test
    void anUnknownAssetIsRefusedWithTheNearestKnown() {
        assertThatThrownBy(() -> applies("total('EURO') > 0"))
                .isInstanceOf(ExpressionRefused.class)
                .hasMessageContaining("there is no asset 'EURO'; did you mean 'EUR'?");
    }

    @Test
    void membersHaveNoTotals() {
        assertThatThrownBy(() -> Who.compile("total('EUR') > 0")).isInstanceOf(ExpressionRefused.class);
    }

    private static Applies applies(String source) {
        return Applies.compile(Applies.language(Samples.constitution().assets()), source);
    }

    private static Map<String, Object> transfer(String to, String asset, long amount) {
        return new HashMap<>(Map.of("type", "treasury.transfer", "to", to, "asset", asset, "amount", amount));
    }
}
