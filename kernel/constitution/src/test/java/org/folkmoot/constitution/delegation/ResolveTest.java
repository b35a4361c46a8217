// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.constitution.delegation.Lost.Reason;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveTest {
    private static final DelegationRules LIQUID = DelegationRules.liquid();

    @Test
    void showsWhoseBallotCarriedThePowerOfEach() {
        var resolved =
                Resolve.of(roll("A 1, B 2, C 4"), List.of(to("A", "B"), to("B", "C")), Map.of("C", "for"), LIQUID);

        assertThat(resolved.carried())
                .containsExactly(
                        new Carried("A", "C", 2, big(1), "for"),
                        new Carried("B", "C", 1, big(2), "for"),
                        new Carried("C", "C", 0, big(4), "for"));
        assertThat(resolved.lost()).isEmpty();
        assertThat(resolved.counted(true)).containsExactly(new Counted("for", 3, big(7)));
        assertThat(resolved.counted(false)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"1, TOO_FAR", "2, ''", "3, ''"})
    void powerTakesNoMoreStepsThanTheRulesAllow(int depth, String reason) {
        var rules = new DelegationRules(depth, true, true, Inheritance.AS_CAST);

        var resolved = Resolve.of(roll("A 1, B 1, C 1"), List.of(to("A", "B"), to("B", "C")), Map.of("C", "x"), rules);

        assertThat(resolved.lost().stream().map(lost -> lost.principal() + " " + lost.reason()))
                .containsExactlyElementsOf(reason.isEmpty() ? List.of() : List.of("A " + reason));
    }

    @Test
    void whatIsDelegatedInACircleIsLostAndTheRestIsNot() {
        var half = new Delegation("A", ordered("B 1, V 1"), Map.of());

        var resolved = Resolve.of(roll("A 8, B 4, V 1"), List.of(half, to("B", "A")), Map.of("V", "for"), LIQUID);

        assertThat(resolved.carried())
                .containsExactly(new Carried("A", "V", 1, big(4), "for"), new Carried("V", "V", 0, big(1), "for"));
        assertThat(resolved.lost())
                .containsExactly(new Lost("A", "B", big(4), Reason.CIRCLE), new Lost("B", "A", big(4), Reason.CIRCLE));
    }

    @Test
    void aDividedPowerIsMadeWholeOnceByLargestRemainder() {
        var thirds = new Delegation("A", ordered("X 1, Y 1, Z 1"), Map.of());
        var ballots = new LinkedHashMap<String, Object>(Map.of("X", "x", "Y", "y", "Z", "z"));

        assertThat(weights(Resolve.of(roll("A 7"), List.of(thirds), ballots, LIQUID)))
                .isEqualTo("X 3, Y 2, Z 2");
        assertThat(weights(Resolve.of(roll("A 8"), List.of(thirds), ballots, LIQUID)))
                .isEqualTo("X 3, Y 3, Z 2");
        assertThat(weights(Resolve.of(roll("A 9"), List.of(thirds), ballots, LIQUID)))
                .isEqualTo("X 3, Y 3, Z 3");
    }

    @Test
    void partsThatMeetAgainAreOne() {
        var delegations = List.of(new Delegation("A", ordered("B 1, C 1"), Map.of()), to("B", "D"), to("C", "D"));

        var resolved = Resolve.of(roll("A 5"), delegations, Map.of("D", "for"), LIQUID);

        assertThat(resolved.carried()).containsExactly(new Carried("A", "D", 2, big(5), "for"));
    }

    @Test
    void whatIsKeptBackIsCastOnlyByThePrincipal() {
        var some = new Delegation("A", ordered("A 7, B 3"), Map.of());

        var silent = Resolve.of(roll("A 10, B 1"), List.of(some), Map.of("B", "for"), LIQUID);
        var voting = Resolve.of(roll("A 10, B 1"), List.of(some), Map.of("A", "no", "B", "for"), LIQUID);

        assertThat(silent.lost()).containsExactly(new Lost("A", "A", big(7), Reason.KEPT_BACK));
        assertThat(silent.weights()).isEqualTo(Map.of("B", big(4)));
        assertThat(voting.weights()).isEqualTo(Map.of("A", big(10), "B", big(1)));
    }

    @Test
    void withoutOverrideTheBallotOfAPrincipalCountsForNothing() {
        var bound = new DelegationRules(1, false, false, Inheritance.AS_CAST);

        var resolved = Resolve.of(
                roll("A 3, B 1, C 2"), List.of(to("A", "B"), to("C", "A")), Map.of("A", "no", "B", "for"), bound);

        assertThat(resolved.carried())
                .containsExactly(new Carried("A", "B", 1, big(3), "for"), new Carried("B", "B", 0, big(1), "for"));
        assertThat(resolved.lost()).containsExactly(new Lost("C", "B", big(2), Reason.TOO_FAR));
    }

    @Test
    void aSplitChoiceIsNotInheritedOnOwnTerms() {
        var terms = new Delegation("A", Map.of("B", 1L), Map.of("conviction", 1L));

        var resolved = Resolve.of(
                roll("A 3, B 4"),
                List.of(terms),
                Map.of("B", Map.of("for", 2L, "against", 2L)),
                DelegationRules.conviction());

        assertThat(resolved.lost()).containsExactly(new Lost("A", "B", big(3), Reason.NOT_INHERITED));
    }

    /** Each of a chain gives half to the next one and half to a voter of their own: as many parts as there are behind. */
    @ParameterizedTest
    @CsvSource({"255, ''", "256, ''", "257, A0 TOO_DIVIDED"})
    void powerIsDividedIntoNoMorePartsThanThat(int parts, String lost) {
        var resolved = chain(parts - 1, 1, 0, LIQUID);

        assertThat(lost(resolved)).isEqualTo(lost);
    }

    /** Each divides by 2^31, so the parts of the first are 2^-(31 n): 33 steps are 1,023 bits and the one before them. */
    @ParameterizedTest
    @CsvSource({"32, ''", "33, ''", "34, A0 TOO_DIVIDED"})
    void norIntoFinerOnes(int steps, String lost) {
        var resolved = chain(steps, (1L << 31) - 1, 0, LIQUID);

        assertThat(lost(resolved)).isEqualTo(lost);
    }

    /** What goes too far is one part, however many it would have been; what arrives in time is what it was. */
    @Test
    void whatGoesTooFarIsOnePart() {
        var rules = new DelegationRules(2, true, true, Inheritance.AS_CAST);

        var resolved = chain(4, 1, 0, rules);

        assertThat(resolved.carried())
                .contains(new Carried("A0", "V0", 1, big(32), "x"), new Carried("A0", "V1", 2, big(16), "x"));
        assertThat(resolved.lost()).contains(new Lost("A0", "V2", big(16), Reason.TOO_FAR));
    }

    /** Whose weights share no factor: without bounds this takes the third power of its length, and hours. */
    @ParameterizedTest
    @ValueSource(ints = {4, Integer.MAX_VALUE})
    void aLongChainOfDividedPowerIsNoMoreWorkThanItsLength(int depth) {
        var rules = new DelegationRules(depth, true, true, Inheritance.AS_CAST);

        var resolved = assertTimeoutPreemptively(Duration.ofMinutes(2), () -> chain(3_000, 999_999_937, 2, rules));

        var all = Stream.concat(
                        resolved.carried().stream().map(Carried::power),
                        resolved.lost().stream().map(Lost::power))
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(all).isEqualTo(big(64 * 3_000 + 3_001));
    }

    /** A0 to A(n−1), each with a power of 64, who give the next one so much, less with each step if that varies, and a voter of their own one. */
    private static Resolution chain(int length, long onward, int varying, DelegationRules rules) {
        var roll = new LinkedHashMap<String, BigInteger>();
        var delegations = new ArrayList<Delegation>();
        var ballots = new LinkedHashMap<String, Object>();
        for (var at = 0; at < length; at++) {
            var next = at + 1 < length ? "A" + (at + 1) : "V" + length;
            var to = new LinkedHashMap<String, Long>();
            to.put(next, onward - varying * at);
            to.put("V" + at, 1L);
            delegations.add(new Delegation("A" + at, to, Map.of()));
            roll.put("A" + at, big(64));
        }
        for (var voter = 0; voter <= length; voter++) {
            roll.put("V" + voter, big(1));
            ballots.put("V" + voter, "x");
        }
        return Resolve.of(roll, delegations, ballots, rules);
    }

    private static String lost(Resolution resolved) {
        return String.join(
                ", ",
                resolved.lost().stream()
                        .map(lost -> lost.principal() + " " + lost.reason())
                        .toList());
    }

    @Test
    void nobodyDelegatesTwiceInOneScope() {
        assertThatThrownBy(() -> Resolve.of(roll("A 1"), List.of(to("A", "B"), to("A", "C")), Map.of(), LIQUID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A delegates twice in one scope");
    }

    @Test
    void aChainMayBeAsLongAsTheRoll() {
        var roll = new LinkedHashMap<String, BigInteger>();
        IntStream.range(0, 100_000).forEach(i -> roll.put("v" + i, BigInteger.ONE));
        var chain = IntStream.range(1, 100_000)
                .mapToObj(i -> to("v" + i, "v" + (i - 1)))
                .toList();

        var resolved = Resolve.of(roll, chain, Map.of("v0", "for"), LIQUID);

        assertThat(resolved.weights()).isEqualTo(Map.of("v0", big(100_000)));
    }

    @RepeatedTest(value = 200, name = "noPowerIsMadeOrLost, seed {currentRepetition}")
    void noPowerIsMadeOrLost(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var size = 1 + random.nextInt(12);
        var roll = new LinkedHashMap<String, BigInteger>();
        IntStream.range(0, size).forEach(i -> roll.put("v" + i, big(random.nextInt(50))));
        var delegations = new ArrayList<Delegation>();
        var ballots = new LinkedHashMap<String, Object>();
        for (var i = 0; i < size; i++) {
            if (random.nextInt(4) > 0) {
                delegations.add(random(random, "v" + i, size));
            }
            if (random.nextInt(3) == 0) {
                ballots.put("v" + i, random.nextBoolean() ? "for" : "against");
            }
        }
        var rules = new DelegationRules(
                1 + random.nextInt(5), random.nextBoolean(), random.nextBoolean(), Inheritance.AS_CAST);

        var resolved = Resolve.of(roll, delegations, ballots, rules);

        roll.forEach((voter, power) -> assertThat(Stream.concat(
                                resolved.carried().stream()
                                        .filter(one -> one.principal().equals(voter))
                                        .map(Carried::power),
                                resolved.lost().stream()
                                        .filter(one -> one.principal().equals(voter))
                                        .map(Lost::power))
                        .reduce(BigInteger.ZERO, BigInteger::add))
                .as("power of %s", voter)
                .isEqualTo(power));
        Collections.shuffle(delegations, random);
        assertThat(Resolve.of(roll, delegations, ballots, rules)).isEqualTo(resolved);
    }

    private static Delegation random(Random random, String from, int size) {
        var to = new LinkedHashMap<String, Long>();
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            to.put("v" + random.nextInt(size), 1L + random.nextInt(3));
        }
        return new Delegation(from, to, Map.of());
    }

    private static String weights(Resolution resolved) {
        return String.join(
                ", ",
                resolved.weights().entrySet().stream()
                        .map(weight -> weight.getKey() + " " + weight.getValue())
                        .toList());
    }

    private static Delegation to(String from, String to) {
        return Delegation.of(from, to);
    }

    private static Map<String, BigInteger> roll(String written) {
        var roll = new LinkedHashMap<String, BigInteger>();
        ordered(written).forEach((voter, power) -> roll.put(voter, big(power)));
        return roll;
    }

    private static Map<String, Long> ordered(String written) {
        var numbers = new LinkedHashMap<String, Long>();
        Stream.of(written.split(", "))
                .map(one -> one.split(" "))
                .forEach(one -> numbers.put(one[0], Long.valueOf(one[1])));
        return numbers;
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
