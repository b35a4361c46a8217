// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.TraceLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision is exact on the line, and shows its working. */
class JudgeTest {
    private static final Policy POLICY =
            Samples.constitution().policy("small-spend").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        // quorum at least 1/10 of 100: nine are too few, ten are enough
        "9, 0, 0, REJECTED",
        "10, 0, 0, PASSED",
        "11, 0, 0, PASSED",
        // abstentions count for the quorum and not for the approval
        "6, 3, 0, REJECTED",
        "6, 3, 1, PASSED",
        "1, 0, 9, PASSED",
        // approval more than 1/2: a tie fails
        "25, 26, 0, REJECTED",
        "25, 25, 0, REJECTED",
        "26, 25, 0, PASSED",
        // a share of nothing is never reached
        "0, 0, 0, REJECTED",
        "0, 0, 50, REJECTED",
        "0, 0, 100, REJECTED",
        "100, 0, 0, PASSED",
        "0, 100, 0, REJECTED"
    })
    void decidesOnTheLine(long inFavor, long against, long abstain, Outcome outcome) {
        assertThat(decide(POLICY, inFavor, against, abstain, 100).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, REJECTED", "1, 9, PASSED", "1, 10, PASSED", "1, 11, REJECTED", "2, 20, PASSED", "2, 21, REJECTED"
    })
    void theRollIsTheWholeOfTheQuorum(long inFavor, long roll, Outcome outcome) {
        assertThat(decide(POLICY, inFavor, 0, 0, roll).outcome()).isEqualTo(outcome);
    }

    @Test
    void anEmptyRollRejects() {
        assertThat(decide(POLICY, 0, 0, 0, 0).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void theTraceIsWhole() {
        var decision = decide(POLICY, 4, 4, 1, 100);

        assertThat(decision)
                .isEqualTo(new Decision(
                        Outcome.REJECTED,
                        List.of(),
                        List.of(
                                new TraceLine(
                                        "quorum",
                                        List.of(operand("for", 4), operand("against", 4), operand("abstain", 1)),
                                        List.of(operand("roll", 100)),
                                        "atLeast",
                                        "1/10",
                                        "10",
                                        "passes",
                                        false,
                                        decision.trace().get(0).words(),
                                        decision.trace().get(0).margin()),
                                new TraceLine(
                                        "approval",
                                        List.of(operand("for", 4)),
                                        List.of(operand("for", 4), operand("against", 4)),
                                        "moreThan",
                                        "1/2",
                                        "4",
                                        "fails",
                                        false,
                                        decision.trace().get(1).words(),
                                        decision.trace().get(1).margin())),
                        "Rejected: quorum: for + against + abstain is 9, less than 1/10 of roll (100), which is 10: fails."
                                + " approval: for is 4, not more than 1/2 of for + against (8), which is 4: fails."));
    }

    @Test
    void onlyWhatFailedIsInTheWordsOfARejection() {
        assertThat(decide(POLICY, 25, 25, 0, 100).words())
                .isEqualTo(
                        "Rejected: approval: for is 25, not more than 1/2 of for + against (50), which is 25: fails.");
        assertThat(decide(POLICY, 26, 25, 0, 100).words())
                .startsWith("Passed: quorum: for + against + abstain is 51, at least 1/10");
    }

    @Test
    void furtherRulesMustPassToo() {
        var text = Samples.with("    retries: 3", "    rules: [{ rule: share, count: for, of: roll, atLeast: 1/2 }]");
        var strict = Samples.read(text).policy("everything").orElseThrow();

        var rejected = decide(strict, 49, 0, 0, 100);
        var passed = decide(strict, 50, 0, 0, 100);

        assertThat(rejected.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(rejected.trace()).extracting(TraceLine::rule).containsExactly("quorum", "approval", "share");
        assertThat(passed.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aPolicyWithoutARuleRejects() {
        var text = Samples.YAML
                .replace("    quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }\n", "")
                .replace("    approval: { count: [for], of: [for, against], moreThan: 1/2, tie: fails }\n", "");
        var empty = Samples.read(text).policy("small-spend").orElseThrow();

        assertThat(decide(empty, 100, 0, 0, 100).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aCountThatTheMethodDoesNotHaveRejects() {
        var result = new Result(1, List.of("A"), Map.of("winner", BigInteger.ONE), List.of(), "");

        var decision = judged(POLICY, result, BigInteger.ONE, 1);

        assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.winners()).isEmpty();
    }

    @Test
    void winnersArePartOfADecisionThatPassed() {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", BigInteger.TEN);
        counts.put("against", BigInteger.ZERO);
        counts.put("abstain", BigInteger.ZERO);
        var result = new Result(10, List.of("A"), counts, List.of(), "");

        assertThat(judged(POLICY, result, BigInteger.TEN, 10).winners()).containsExactly("A");
        assertThat(judged(POLICY, result, BigInteger.valueOf(101), 101).winners())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void decidesLikeSchoolArithmetic(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 50; i++) {
            var roll = random.nextLong(1, 1L << random.nextInt(1, 40));
            var inFavor = random.nextLong(roll + 1);
            var against = random.nextLong(roll - inFavor + 1);
            var abstain = random.nextLong(roll - inFavor - against + 1);

            var decision = decide(POLICY, inFavor, against, abstain, roll);

            var quorum = 10 * (inFavor + against + abstain) >= roll;
            var approval = inFavor > against;
            assertThat(decision.trace()).extracting(TraceLine::passed).containsExactly(quorum, approval);
            assertThat(decision.outcome()).isEqualTo(quorum && approval ? Outcome.PASSED : Outcome.REJECTED);
            assertThat(decide(POLICY, inFavor, against, abstain, roll)).isEqualTo(decision);
        }
    }

    @Test
    void powerBeyondEveryMachineNumberIsExact() {
        var huge = BigInteger.TEN.pow(60);
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", huge);
        counts.put("against", huge.subtract(BigInteger.ONE));
        counts.put("abstain", BigInteger.ZERO);
        var result = new Result(2, List.of(), counts, List.of(), "");

        var decision = judged(POLICY, result, huge.multiply(BigInteger.TWO), 2);

        assertThat(decision.outcome()).isEqualTo(Outcome.PASSED);
    }

    private static Decision judged(Policy policy, Result result, BigInteger rollPower, long rollMembers) {
        return Judge.of(policy, Samples.PLUGINS).decide(result, new Electorate(rollPower, rollMembers, Map.of()));
    }

    private static Operand operand(String name, long value) {
        return new Operand(name, BigInteger.valueOf(value));
    }

    private static Decision decide(Policy policy, long inFavor, long against, long abstain, long roll) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", BigInteger.valueOf(inFavor));
        counts.put("against", BigInteger.valueOf(against));
        counts.put("abstain", BigInteger.valueOf(abstain));
        var result = new Result(inFavor + against + abstain, List.of(), counts, List.of(), "");
        return judged(policy, result, BigInteger.valueOf(roll), roll);
    }
}
