// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
        if (sum(line.denominator()).signum() == 0) {
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

    private Facts facts(Random random) {
        var counts = new LinkedHashMap<String, BigInteger>();
        // Few and small values hit the boundaries, large ones overflow whatever is not a BigInteger.
        var bits = random.nextInt(10) == 0 ? 100 : 1 + random.nextInt(6);
        counts().forEach(name ->
                counts.put(name, random.nextInt(4) == 0 ? BigInteger.ZERO : new BigInteger(bits, random)));
        var cast = counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var roll = cast.add(random.nextInt(3) == 0 ? BigInteger.ZERO : new BigInteger(bits, random));
        var ballots = random.nextInt(60);
        return new Facts(ballots, counts, roll, ballots + random.nextInt(60), List.of());
    }
}
