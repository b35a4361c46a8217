// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A roll finds everybody who is on it and nobody else. */
class RollTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 8, 9, 1_000, 1_000_000})
    void everybodyIsFoundWithKeyAndPower(int size) {
        var random = new Random(size);
        var builder = new Roll.Builder(size);
        for (int i = 0; i < size; i++) builder.add(new Hash(bytes(random)), new PublicKey(bytes(random)), power(i));
        var roll = builder.build(random.nextLong());

        random = new Random(size);
        for (int i = 0; i < size; i++) {
            int place = roll.find(new Hash(bytes(random))).orElseThrow();
            assertThat(roll.hasKey(place, new PublicKey(bytes(random)))).isTrue();
            assertThat(roll.power(place)).isEqualTo(power(i));
        }
        assertThat(roll.find(new Hash(bytes(random)))).isEmpty();
        assertThat(roll.totals().members()).isEqualTo(size);
    }

    @Test
    void idsThatShareTheirFirstBitsAreToldApart() {
        var builder = new Roll.Builder(1);
        for (int i = 0; i < 200; i++) builder.add(new Hash(alike(i)), new PublicKey(alike(i)), BigInteger.ONE);
        var roll = builder.build(0);

        for (int i = 0; i < 200; i++) assertThat(roll.find(new Hash(alike(i)))).isPresent();
        assertThat(roll.find(new Hash(alike(200)))).isEmpty();
        assertThat(roll.totals()).isEqualTo(new RollTotals(200, BigInteger.valueOf(200)));
    }

    @Test
    void aKeyIsOneMembersOnly() {
        var builder = new Roll.Builder(2);
        builder.add(new Hash(alike(1)), new PublicKey(alike(1)), BigInteger.ONE);
        builder.add(new Hash(alike(2)), new PublicKey(alike(2)), BigInteger.ONE);
        var roll = builder.build(3);

        int place = roll.find(new Hash(alike(1))).orElseThrow();

        assertThat(roll.hasKey(place, new PublicKey(alike(2)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 32, 33})
    void keysOfEverySuiteAreFound(int size) {
        var key = new PublicKey(Arrays.copyOf(alike(7), size));
        var other = new PublicKey(Arrays.copyOf(new byte[] {7}, size));
        var builder = new Roll.Builder(1);
        builder.add(new Hash(alike(1)), key, BigInteger.ONE);

        var roll = builder.build(5);

        assertThat(roll.hasKey(0, key)).isTrue();
        assertThat(roll.hasKey(0, other)).isFalse();
    }

    @Test
    void nobodyIsOnARollWithoutPower() {
        var builder = new Roll.Builder(1);

        assertThatThrownBy(() -> builder.add(new Hash(alike(1)), new PublicKey(alike(1)), BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BigInteger power(int i) {
        return BigInteger.valueOf(1 + i % 3);
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[Hash.SIZE];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] alike(int last) {
        var bytes = new byte[Hash.SIZE];
        bytes[Hash.SIZE - 1] = (byte) last;
        return bytes;
    }
}
