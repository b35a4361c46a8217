// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.folkmoot.policies.GrowingConviction.Fund;
import org.folkmoot.policies.GrowingConviction.Settings;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.testkit.DecisionRuleContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingConvictionTest extends DecisionRuleContract<Settings> {
    private static final List<String> FOR = List.of("for");
    private static final List<String> CAST = List.of("for", "against");
    private static final Fund FUND = new Fund("treasury", "HNY");
    private static final Settings PLAIN = of(Optional.empty(), Optional.empty(), Optional.empty());
    private static final Settings FUNDED = of(Optional.empty(), Optional.empty(), Optional.of(FUND));
    private static final Settings STAKED = of(Optional.of(CAST), Optional.of(Fraction.of(1, 5)), Optional.of(FUND));

    private static Settings of(Optional<List<String>> staked, Optional<Fraction> least, Optional<Fund> fund) {
        return new Settings(FOR, Fraction.of(9, 10), Fraction.of(1, 500), Fraction.of(1, 5), staked, least, fund);
    }

    /** What the conviction comes to in parts of a unit, for a roll of so much. */
    private static Facts facts(long votes, long roll, BigInteger conviction, long asked, long funds) {
        var counts = Map.of("for", BigInteger.valueOf(votes), "against", BigInteger.ZERO, "abstain", BigInteger.ZERO);
        var share = new Fraction(conviction, BigInteger.valueOf(roll).multiply(Growth.UNIT));
        return new Facts(votes, counts, BigInteger.valueOf(roll), roll, List.of())
                .with(
                        Map.of(Facts.ASKED, BigInteger.valueOf(asked), Facts.FUNDS, BigInteger.valueOf(funds)),
                        Map.of(Facts.CONVICTION, share));
    }

    private static boolean passes(Settings settings, Facts facts) {
        return new GrowingConviction().judge(facts, settings).passed();
    }

    @Override
    protected GrowingConviction plugin() {
        return new GrowingConviction();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(PLAIN, FUNDED, STAKED);
    }

    @Override
    protected List<String> counts() {
        return List.of("for", "against", "abstain");
    }

    /** 1/500 of 1,000 on the roll, over 1/5 squared, are 50. */
    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void passesAboveTheBoundaryAndNotOnIt(long more, boolean passes) {
        var conviction = Growth.UNIT.multiply(BigInteger.valueOf(50)).add(BigInteger.valueOf(more));

        assertThat(passes(PLAIN, facts(900, 1_000, conviction, 0, 0))).isEqualTo(passes);
    }

    /** A tenth of the funds leaves a room of 1/10, which takes four times as much: 200. */
    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void asksForMoreTheLargerThePartOfTheFunds(long more, boolean passes) {
        var conviction = Growth.UNIT.multiply(BigInteger.valueOf(200)).add(BigInteger.valueOf(more));

        assertThat(passes(FUNDED, facts(900, 1_000, conviction, 10, 100))).isEqualTo(passes);
    }

    /** What 1Hive asks for, divided by the most that a unit of stake comes to: 1 / (1 − 9/10). */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 999, 1_000, 1_999, 2_999})
    void isTheRuleOfConvictionVoting(long asked) {
        var voting =
                new ConvictionVoting(Fraction.of(9, 10), Fraction.of(1, 5), Fraction.of(1, 500), Fraction.of(1, 5));
        var threshold = voting.threshold(
                        BigInteger.valueOf(asked),
                        BigInteger.valueOf(15_000),
                        BigInteger.valueOf(10_000),
                        BigInteger.valueOf(45_000))
                .orElseThrow();
        var boundary = threshold.times(Fraction.of(1, 10));

        var verdict = new GrowingConviction().judge(facts(10_000, 45_000, BigInteger.ZERO, asked, 15_000), STAKED);

        assertThat(Fraction.parse(verdict.line().boundary()).over(new Fraction(Growth.UNIT, BigInteger.ONE)))
                .isEqualByComparingTo(boundary);
    }

    @ParameterizedTest
    @CsvSource({"19, 100, true", "20, 100, false", "21, 100, false", "0, 0, false", "1, 0, false", "0, 1, true"})
    void givesNobodyTheLargestPartOfTheFundsOrMore(long asked, long funds, boolean passes) {
        var all = Growth.UNIT.multiply(BigInteger.valueOf(1_000_000));

        assertThat(passes(FUNDED, facts(1_000_000, 1_000_000, all, asked, funds)))
                .isEqualTo(passes && asked < 19);
        if (asked == 19) {
            assertThat(passes(STAKED, facts(0, 1_000_000, all, asked, funds))).isFalse();
        }
    }

    /** Of a roll of 1,000 at least a fifth takes part: 1/500 of 200, or of 300, over 1/25. */
    @ParameterizedTest
    @CsvSource({"0, 10", "199, 10", "200, 10", "201, 201/20", "300, 15"})
    void countsAtLeastAPartOfTheRollAsTakingPart(long votes, String boundary) {
        var verdict = new GrowingConviction().judge(facts(votes, 1_000, BigInteger.ZERO, 0, 1), STAKED);

        assertThat(Fraction.parse(verdict.line().boundary()).over(new Fraction(Growth.UNIT, BigInteger.ONE)))
                .isEqualByComparingTo(Fraction.parse(boundary));
    }

    @Test
    void saysHowFarItIs() {
        var half = Growth.UNIT.multiply(BigInteger.valueOf(49)).add(BigInteger.valueOf(500_000_000));

        var line = new GrowingConviction()
                .judge(facts(900, 1_000, half, 0, 0), PLAIN)
                .line();

        assertThat(line.words()).isEqualTo("conviction is 49.500, not more than 50.000: fails.");
        assertThat(line.margin()).isEqualTo("With 0.500 more of conviction it would pass.");
    }

    @Test
    void growsAsConvictionVotingDoes() {
        var random = new Random(20_261_128);
        var voting =
                new ConvictionVoting(Fraction.of(9, 10), Fraction.of(1, 5), Fraction.of(1, 500), Fraction.of(1, 5));
        var growth = new GrowingConviction().growth(PLAIN).orElseThrow();
        var exact = Fraction.of(0, 1);
        var grown = BigInteger.ZERO;
        for (var tick = 1; tick <= 200; tick++) {
            var stake = BigInteger.valueOf(random.nextInt(1_000));
            exact = voting.conviction(exact, stake, 1);
            grown = growth.next(grown, stake);

            // Each tick rounds down by less than one part of a unit, and forgets a tenth of what was lost before.
            var units = exact.times(Fraction.of(1, 10)).times(new Fraction(Growth.UNIT, BigInteger.ONE));
            assertThat(new Fraction(grown, BigInteger.ONE)).isLessThanOrEqualTo(units);
            assertThat(new Fraction(grown.add(BigInteger.TEN), BigInteger.ONE)).isGreaterThan(units);
        }
    }

    @Test
    void refusesWhatMeansNothing() {
        var one = Fraction.of(1, 1);
        var some = Fraction.of(1, 2);
        refuses(List.of(), some, some, Optional.empty(), Optional.empty());
        refuses(FOR, one, some, Optional.empty(), Optional.empty());
        refuses(FOR, some, Fraction.of(0, 1), Optional.empty(), Optional.empty());
        refuses(FOR, some, Fraction.of(3, 2), Optional.empty(), Optional.empty());
        refuses(FOR, some, some, Optional.of(List.of()), Optional.empty());
        refuses(FOR, some, some, Optional.empty(), Optional.of(some));
        refuses(FOR, some, some, Optional.of(CAST), Optional.of(Fraction.of(3, 2)));
    }

    private static void refuses(
            List<String> count,
            Fraction keeps,
            Fraction most,
            Optional<List<String>> staked,
            Optional<Fraction> least) {
        assertThatThrownBy(() -> new Settings(count, keeps, Fraction.of(1, 500), most, staked, least, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
