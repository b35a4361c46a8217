// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.folkmoot.policies.Share.Settings;
import org.folkmoot.policies.Share.Tie;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Threshold;
import org.folkmoot.policy.Verdict;
import org.folkmoot.policy.testkit.DecisionRuleContract;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest extends DecisionRuleContract<Settings> {
    private static final List<String> CAST = List.of("for", "against", "abstain");
    private static final List<String> ROLL = List.of("roll");
    private static final Settings QUORUM = atLeast(CAST, ROLL, "1/10");
    private static final Settings APPROVAL = moreThan(List.of("for"), List.of("for", "against"), "1/2");

    static Settings atLeast(List<String> count, List<String> of, String share) {
        return settings(count, of, Optional.of(share), Optional.empty(), Optional.empty());
    }

    static Settings moreThan(List<String> count, List<String> of, String share) {
        return settings(count, of, Optional.empty(), Optional.of(share), Optional.of(Tie.FAILS));
    }

    static Settings settings(
            List<String> count,
            List<String> of,
            Optional<String> atLeast,
            Optional<String> moreThan,
            Optional<Tie> tie) {
        return new Settings(
                count,
                Optional.of(of),
                Optional.empty(),
                Optional.empty(),
                atLeast.map(share -> new Threshold.Fixed(Fraction.parse(share))),
                moreThan.map(share -> new Threshold.Fixed(Fraction.parse(share))),
                Optional.empty(),
                tie);
    }

    static Verdict judge(Settings settings, long inFavor, long against, long abstain, long roll) {
        var counts = Map.of(
                "for", BigInteger.valueOf(inFavor),
                "against", BigInteger.valueOf(against),
                "abstain", BigInteger.valueOf(abstain));
        return new Share()
                .judge(
                        new Facts(inFavor + against + abstain, counts, BigInteger.valueOf(roll), roll, List.of()),
                        settings);
    }

    @Override
    protected Share plugin() {
        return new Share();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(
                QUORUM,
                APPROVAL,
                atLeast(List.of("for"), ROLL, "2/3"),
                atLeast(CAST, ROLL, "0"),
                moreThan(List.of("for", "abstain"), List.of("for", "against"), "3/2"),
                atLeast(List.of("against"), List.of("for"), "1"),
                moreThan(List.of("for"), List.of("against"), "1/2"),
                without(atLeast(List.of("for"), ROLL, "1/2"), "abstain"),
                without(atLeast(List.of("for"), ROLL, "1/2"), "for"),
                without(atLeast(List.of("for"), CAST, "1/2"), "abstain"),
                without(atLeast(List.of("for"), List.of("for", "against"), "1/2"), "abstain"),
                rounded(atLeast(List.of("for"), ROLL, "1/3"), Share.Rounding.UP),
                rounded(atLeast(List.of("for"), ROLL, "1/3"), Share.Rounding.DOWN),
                rounded(atLeast(List.of("for"), CAST, "1/3"), Share.Rounding.DOWN),
                rounded(atLeast(List.of("for"), CAST, "1/3"), Share.Rounding.NEAREST),
                rounded(moreThan(CAST, ROLL, "1/3"), Share.Rounding.NEAREST));
    }

    private static Settings without(Settings settings, String... off) {
        return new Settings(
                settings.count(),
                settings.of(),
                Optional.of(List.of(off)),
                settings.pad(),
                settings.atLeast(),
                settings.moreThan(),
                settings.round(),
                settings.tie());
    }

    private static Settings rounded(Settings settings, Share.Rounding how) {
        return new Settings(
                settings.count(),
                settings.of(),
                settings.less(),
                settings.pad(),
                settings.atLeast(),
                settings.moreThan(),
                Optional.of(how),
                settings.tie());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "roll | | true",
                "supply | | true",
                "for, against | | true",
                "for, supply | | true",
                "against | | false",
                "against, abstain | | false",
                "roll | abstain | true",
                "roll | for | false",
                "roll | against, abstain | true",
                "roll | supply | true",
                "for, abstain | abstain | true",
                "for, against | abstain | false",
                "supply | abstain | false"
            },
            delimiter = '|')
    void theExtremesTellAllWhereTheWholeHoldsWhatIsCounted(String of, String less, boolean tell) {
        var whole = atLeast(List.of("for"), List.of(of.split(", ")), "1/2");
        var settings = less == null ? whole : without(whole, less.split(", "));

        assertThat(new Share().settledByExtremes(settings, Set.copyOf(CAST))).isEqualTo(tell);
    }

    @Override
    protected List<String> counts() {
        return CAST;
    }

    /** A tenth of nine is less than one: rounded or not, nobody is no tenth of them. */
    @ParameterizedTest
    @CsvSource({"DOWN, 9", "NEAREST, 4", "UP, 9", "DOWN, 1"})
    void roundingNeverMakesAShareOfNobody(Share.Rounding how, long roll) {
        var rounded = rounded(QUORUM, how);

        assertThat(judge(rounded, 0, 0, 0, roll).passed()).isFalse();
        assertThat(judge(rounded, 0, 0, 1, roll).passed()).isTrue();
        assertThat(judge(rounded(atLeast(CAST, ROLL, "0"), how), 0, 0, 0, roll).passed())
                .isTrue();
        assertThat(judge(rounded(moreThan(CAST, ROLL, "1/10"), how), 0, 0, 0, roll)
                        .passed())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true", "11, true"})
    void quorumIsReachedOnTheBoundary(long cast, boolean passes) {
        assertThat(judge(QUORUM, cast, 0, 0, 100).passed()).isEqualTo(passes);
        assertThat(judge(QUORUM, 0, cast, 0, 100).passed()).isEqualTo(passes);
        assertThat(judge(QUORUM, 0, 0, cast, 100).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"10, false", "11, true"})
    void nothingIsRoundedInTheQuorumsFavor(long cast, boolean passes) {
        var verdict = judge(QUORUM, cast, 0, 0, 101);

        assertThat(verdict.passed()).isEqualTo(passes);
        assertThat(verdict.line().boundary()).isEqualTo("101/10");
    }

    @ParameterizedTest
    @CsvSource({"24, 26, false", "25, 25, false", "26, 24, true", "0, 1, false", "1, 0, true"})
    void approvalNeedsMoreThanHalfAndATieFails(long inFavor, long against, boolean passes) {
        assertThat(judge(APPROVAL, inFavor, against, 50, 100).passed()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"5, 10, true", "4, 10, false", "6, 10, true"})
    void anAtLeastOfHalfPassesATie(long inFavor, long cast, boolean passes) {
        var half = atLeast(List.of("for"), List.of("for", "against"), "1/2");

        assertThat(judge(half, inFavor, cast - inFavor, 0, 100).passed()).isEqualTo(passes);
    }

    @Test
    void aShareOfNothingIsNeverReached() {
        var all = atLeast(List.of("for"), List.of("for", "against"), "0");

        var verdict = judge(all, 0, 0, 45, 100);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.line().words())
                .isEqualTo("for + against is 0, and a share of nothing is never reached: fails.");
        assertThat(verdict.line().margin()).isEqualTo("It passes with 1 more in for.");
    }

    @Test
    void showsTheWholeSum() {
        var line = judge(APPROVAL, 25, 5, 15, 100).line();

        assertThat(line.numerator()).containsExactly(new Operand("for", BigInteger.valueOf(25)));
        assertThat(line.denominator())
                .containsExactly(
                        new Operand("for", BigInteger.valueOf(25)), new Operand("against", BigInteger.valueOf(5)));
        assertThat(line.operator()).isEqualTo("moreThan");
        assertThat(line.fraction()).isEqualTo("1/2");
        assertThat(line.boundary()).isEqualTo("15");
        assertThat(line.tie()).isEqualTo("fails");
        assertThat(line.words()).isEqualTo("for is 25, more than 1/2 of for + against (30), which is 15: passes.");
        assertThat(line.margin()).isEqualTo("It fails with 20 less in for.");
    }

    @Test
    void saysWhenACountDoesNotExist() {
        var typo = moreThan(List.of("for"), List.of("for", "agianst"), "1/2");

        var verdict = judge(typo, 25, 5, 15, 100);

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.line().words()).isEqualTo("This voting method has no count named agianst: fails.");
    }

    @RepeatedTest(value = 300, name = "theMarginIsTheSmallestChangeThatTurnsTheVerdict, seed {currentRepetition}")
    void theMarginIsTheSmallestChangeThatTurnsTheVerdict(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        long inFavor = random.nextInt(12);
        long against = random.nextInt(12);
        long roll = inFavor + against + random.nextInt(12);
        var share = random.nextInt(4) + "/" + (1 + random.nextInt(4));
        var of = random.nextBoolean() ? ROLL : List.of("for", "against");
        var settings = random.nextBoolean() ? atLeast(List.of("for"), of, share) : moreThan(List.of("for"), of, share);
        var verdict = judge(settings, inFavor, against, 0, roll);

        var expected = "No other number in for changes this.";
        // No margin is larger than this: shares go up to 3 of a whole of 35, and a majority of 3/4 is a factor of 3.
        for (var change = 1; change <= (verdict.passed() ? inFavor : 200); change++) {
            var changed = verdict.passed() ? inFavor - change : inFavor + change;
            if (judge(settings, changed, against, 0, roll).passed() != verdict.passed()) {
                expected = verdict.passed()
                        ? "It fails with " + change + " less in for."
                        : "It passes with " + change + " more in for.";
                break;
            }
        }

        assertThat(verdict.line().margin()).isEqualTo(expected);
    }

    @Test
    void refusesSettingsThatContradictThemselves() {
        var half = Optional.of("1/2");
        Optional<String> none = Optional.empty();
        var inFavor = List.of("for");

        refused("exactly one of", inFavor, CAST, half, half, Optional.empty());
        refused("exactly one of", inFavor, CAST, none, none, Optional.empty());
        refused("a tie that passes is written atLeast", inFavor, CAST, none, half, Optional.of(Tie.PASSES));
        refused("a tie that fails is written moreThan", inFavor, CAST, half, none, Optional.of(Tie.FAILS));
        refused("not both", inFavor, List.of("roll", "for"), half, none, Optional.empty());
        refused("the roll can only be", ROLL, CAST, half, none, Optional.empty());
        refused("count is empty", List.of(), CAST, half, none, Optional.empty());
        refused("names a count twice", List.of("for", "for"), CAST, half, none, Optional.empty());
    }

    private static void refused(
            String why,
            List<String> count,
            List<String> of,
            Optional<String> atLeast,
            Optional<String> moreThan,
            Optional<Tie> tie) {
        assertThatThrownBy(() -> settings(count, of, atLeast, moreThan, tie))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
