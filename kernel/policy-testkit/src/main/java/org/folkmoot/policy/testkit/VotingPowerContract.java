// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What every voting power keeps: it is never negative and always the same for the same voter. */
public abstract class VotingPowerContract<S extends Record> extends PluginContract<S> {
    private static final int SEEDS = 100;

    @Override
    protected abstract VotingPower<S> plugin();

    /** The codes of the assets that the voters it is tried with may own. */
    protected List<String> assets() {
        return List.of();
    }

    /** The roles that the voters it is tried with may hold. */
    protected List<String> roles() {
        return List.of();
    }

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    Class<? extends Plugin<?>> kind() {
        return (Class<? extends Plugin<?>>) (Class<?>) VotingPower.class;
    }

    @RepeatedTest(value = SEEDS, name = "weighsEveryVoter, seed {currentRepetition}")
    void weighsEveryVoter(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var voter = voter(random);

            var power = plugin().of(voter, settings);

            assertThat(power).isGreaterThanOrEqualTo(BigInteger.ZERO);
            assertThat(plugin().of(voter, settings)).as("again").isEqualTo(power);
        }
    }

    private Voter voter(Random random) {
        var balances = new LinkedHashMap<String, BigInteger>();
        assets().stream()
                .filter(asset -> random.nextBoolean())
                .forEach(asset -> balances.put(asset, new BigInteger(1 + random.nextInt(120), random)));
        var held = roles().stream().filter(role -> random.nextBoolean()).toList();
        var member = "%064x".formatted(new BigInteger(256, random));
        return new Voter(member, Instant.ofEpochSecond(random.nextLong(4_000_000_000L)), held, balances);
    }
}
