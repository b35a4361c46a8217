// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An amount is divided by weights to the last unit. */
class SplitTest {
    private static final int OPERATIONS = 500;

    @ParameterizedTest
    @CsvSource({
        "100, 1 1 1, 34 33 33",
        "100, 33 33 33, 34 33 33",
        "101, 1 1 1, 34 34 33",
        "102, 1 1 1, 34 34 34",
        "100, 1 0 1, 50 0 50",
        "1, 1 1, 1 0",
        "1, 1 2, 0 1",
        "1, 0 1, 0 1",
        "10, 1 2 4, 1 3 6",
        "0, 1 2, 0 0",
        "9223372036854775807, 1 1, 4611686018427387904 4611686018427387903"
    })
    void splits(String amount, String weights, String parts) {
        assertThat(Split.of(new BigInteger(amount), numbers(weights))).isEqualTo(numbers(parts));
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    /** What is left goes to the largest remainders, which are compared as fractions here and searched for one by one. */
    @ParameterizedTest(name = "seed {0}, 500 operations")
    @MethodSource("seeds")
    void thePartsAreTheWholeAndEachIsWithinOneUnitOfExact(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            var amount = new BigInteger(1 + random.nextInt(70), random);
            var weights = weights(random);
            var parts = Split.of(amount, weights);

            assertThat(parts.stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(amount);
            assertThat(parts).isEqualTo(oneByOne(amount, weights));
            assertThat(Split.of(amount, weights)).isEqualTo(parts);
            checkNear(amount, weights, parts);
        }
    }

    private static void checkNear(BigInteger amount, List<BigInteger> weights, List<BigInteger> parts) {
        var sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        for (int i = 0; i < parts.size(); i++) {
            var off = parts.get(i).multiply(sum).subtract(amount.multiply(weights.get(i)));
            assertThat(off.abs()).isLessThan(sum);
            if (weights.get(i).signum() == 0) assertThat(parts.get(i)).isZero();
        }
    }

    private static List<BigInteger> oneByOne(BigInteger amount, List<BigInteger> weights) {
        var sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        var parts = new BigInteger[weights.size()];
        Arrays.setAll(parts, i -> amount.multiply(weights.get(i)).divide(sum));
        var floors = parts.clone();
        var left = Stream.of(parts).reduce(amount, BigInteger::subtract);
        var served = new boolean[parts.length];
        for (; left.signum() > 0; left = left.subtract(BigInteger.ONE)) {
            int best = -1;
            for (int i = 0; i < parts.length; i++) {
                if (served[i]) continue;
                if (best < 0
                        || rest(amount, weights, sum, floors, i).compareTo(rest(amount, weights, sum, floors, best))
                                > 0) best = i;
            }
            served[best] = true;
            parts[best] = parts[best].add(BigInteger.ONE);
        }
        return List.of(parts);
    }

    private static BigInteger rest(
            BigInteger amount, List<BigInteger> weights, BigInteger sum, BigInteger[] floors, int i) {
        return amount.multiply(weights.get(i)).subtract(floors[i].multiply(sum));
    }

    private static List<BigInteger> weights(Random random) {
        var weights = IntStream.range(0, 1 + random.nextInt(64))
                .mapToObj(_ -> BigInteger.valueOf(random.nextInt(5) == 0 ? 0 : random.nextInt(1_000)))
                .toList();
        return weights.stream().allMatch(weight -> weight.signum() == 0) ? List.of(BigInteger.ONE) : weights;
    }

    @Test
    void whatCannotBeSplitIsNot() {
        for (var weights : List.of(List.<BigInteger>of(), numbers("0 0"), numbers("1 -1"), numbers("2 -1")))
            assertThatThrownBy(() -> Split.of(BigInteger.TEN, weights)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.of(BigInteger.ONE.negate(), numbers("1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<BigInteger> numbers(String texts) {
        return Stream.of(texts.split(" ")).map(BigInteger::new).toList();
    }
}
