// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.TraceLine;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What every decision rule keeps: its trace proves its verdict, and what it cannot judge fails. */
public abstract class DecisionRuleContract<S extends Record> extends PluginContract<S> {
    private static final int SEEDS = 200;
    private static final int MOST_MISSING = 6;

    @Override
    protected abstract DecisionRule<S> plugin();

    /** The names of the counts that the rule is tried with. */
    protected abstract List<String> counts();

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    Class<? extends Plugin<?>> kind() {
        return (Class<? extends Plugin<?>>) (Class<?>) DecisionRule.class;
    }

    @RepeatedTest(value = SEEDS, name = "provesItsVerdict, seed {currentRepetition}")
    void provesItsVerdict(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var facts = facts(random);

            var verdict = plugin().judge(facts, settings);

            var line = verdict.line();
            assertThat(plugin().judge(facts, settings)).as("again").isEqualTo(verdict);
            assertThat(line.rule()).isEqualTo(plugin().id());
            assertThat(line.operator()).isIn("atLeast", "moreThan");
            assertThat(line.tie()).isEqualTo(line.operator().equals("atLeast") ? "passes" : "fails");
            assertThat(line.words()).isNotBlank();
            assertThat(line.margin()).isNotBlank();
            assertThat(verdict.passed()).as("the verdict of %s", line).isEqualTo(sumDoneAgain(line));
        }
    }

    @RepeatedTest(value = SEEDS, name = "isSettledByTheExtremes, seed {currentRepetition}")
    void isSettledByTheExtremesIfItSaysSo(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            if (!plugin().settledByExtremes(settings, Set.copyOf(counts()))) {
                continue;
            }
            var now = facts(random, 1 + random.nextInt(3));
            var missing = random.nextInt(MOST_MISSING + 1);
            var facts =
                    new Facts(now.ballots(), now.counts(), cast(now).add(BigInteger.valueOf(missing)), 60, List.of());

            var extremes = met(
                    settings,
                    facts,
                    divisions(missing).filter(given -> given.stream().allMatch(one -> one == 0 || one == missing)));

            if (extremes.size() == 1) {
                assertThat(met(settings, facts, divisions(missing)))
                        .as("%s, %d missing beside %s", settings, missing, facts)
                        .isEqualTo(extremes);
            }
        }
    }

    private Set<Boolean> met(S settings, Facts facts, Stream<List<Integer>> divisions) {
        return divisions
                .map(given -> {
                    var counts = new LinkedHashMap<>(facts.counts());
                    for (var i = 0; i < given.size(); i++) {
                        counts.merge(counts().get(i), BigInteger.valueOf(given.get(i)), BigInteger::add);
                    }
                    return plugin().isMet(facts.counting(counts), settings);
                })
                .collect(Collectors.toSet());
    }

    /** Every way to give at most so much to the counts. */
    private Stream<List<Integer>> divisions(int most) {
        var divisions = Stream.of(List.<Integer>of());
        for (var _ : counts()) {
            divisions = divisions.flatMap(given -> {
                var left = most - given.stream().mapToInt(Integer::intValue).sum();
                return IntStream.rangeClosed(0, left)
                        .mapToObj(next ->
                                Stream.concat(given.stream(), Stream.of(next)).toList());
            });
        }
        return divisions;
    }

    private static BigInteger cast(Facts facts) {
        return facts.counts().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Test
    void failsClosedWithoutFacts() {
        for (var settings : settings()) {
            var nothing = new Facts(0, Map.of(), BigInteger.ZERO, 0, List.of());

            assertThat(plugin().judge(nothing, settings).passed()).isFalse();
        }
    }

    @Test
    void failsClosedWithoutTheCounts() {
        for (var settings : settings()) {
            var unknown = new Facts(
                    100, Map.of("some-other-count", BigInteger.valueOf(100)), BigInteger.valueOf(100), 100, List.of());

            assertThat(plugin().judge(unknown, settings).passed()).isFalse();
        }
    }

    private static boolean sumDoneAgain(TraceLine line) {
        var part = sum(line.numerator());
        if (sum(line.denominator()).signum() <= 0) {
            return false;
        }
        var boundary = Fraction.parse(line.boundary());
        return line.operator().equals("atLeast")
                ? boundary.reachedBy(part, BigInteger.ONE)
                : boundary.exceededBy(part, BigInteger.ONE);
    }

    private static BigInteger sum(List<Operand> operands) {
        return operands.stream().map(Operand::value).reduce(BigInteger.ZERO, BigInteger::add);
    }

    // Few and small values hit the boundaries, large ones overflow whatever is not a BigInteger.
    private Facts facts(Random random) {
        return facts(random, random.nextInt(10) == 0 ? 100 : 1 + random.nextInt(6));
    }

    private Facts facts(Random random, int bits) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts().forEach(name ->
                counts.put(name, random.nextInt(4) == 0 ? BigInteger.ZERO : new BigInteger(bits, random)));
        var cast = counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var roll = cast.add(random.nextInt(3) == 0 ? BigInteger.ZERO : new BigInteger(bits, random));
        var ballots = random.nextInt(60);
        return new Facts(ballots, counts, roll, ballots + random.nextInt(60), List.of());
    }
}
