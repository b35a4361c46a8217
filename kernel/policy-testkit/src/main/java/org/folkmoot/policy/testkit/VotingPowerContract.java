// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Holding;
import org.folkmoot.policy.Lock;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What every voting power keeps: it is never negative, always the same for the same voter, and says what it reads. */
public abstract class VotingPowerContract<S extends Record> extends PluginContract<S> {
    private static final int SEEDS = 100;

    @Override
    protected abstract VotingPower<S> plugin();

    /** The codes of the assets that the voters it is tried with may own. */
    protected List<String> assets() {
        return List.of();
    }

    /** The kinds of things in a register that the voters it is tried with may own. */
    protected List<String> kinds() {
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

    @RepeatedTest(value = SEEDS, name = "seesOnlyWhatItNeeds, seed {currentRepetition}")
    void seesOnlyWhatItNeeds(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var voter = voter(random);

            var power = plugin().of(needed(voter, plugin().needs(settings)), settings);

            assertThat(power).as("with nothing but what it needs").isEqualTo(plugin().of(voter, settings));
        }
    }

    private static Voter needed(Voter voter, List<Need> needs) {
        var balances = new LinkedHashMap<>(voter.balances());
        balances.keySet().removeIf(asset -> !needs.contains(new Need.Balances(asset)));
        var locks = voter.locks().stream()
                .filter(lock -> needs.contains(new Need.Locks(lock.asset())))
                .toList();
        var holdings = new LinkedHashMap<>(voter.holdings());
        holdings.keySet().removeIf(kind -> !needs.contains(new Need.Holdings(kind)));
        return new Voter(voter.member(), voter.since(), voter.roles(), balances, locks, holdings);
    }

    private Voter voter(Random random) {
        var balances = new LinkedHashMap<String, BigInteger>();
        assets().stream()
                .filter(asset -> random.nextBoolean())
                .forEach(asset -> balances.put(asset, new BigInteger(1 + random.nextInt(120), random)));
        var held = roles().stream().filter(role -> random.nextBoolean()).toList();
        var member = "%064x".formatted(new BigInteger(256, random));
        var since = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));
        return new Voter(member, since, held, balances, locks(random, balances), holdings(random));
    }

    private static List<Lock> locks(Random random, Map<String, BigInteger> balances) {
        return balances.entrySet().stream()
                .filter(owned -> random.nextBoolean() && owned.getValue().signum() > 0)
                .map(owned -> new Lock(owned.getKey(), owned.getValue(), Duration.ofHours(1 + random.nextLong(50_000))))
                .toList();
    }

    private Map<String, List<Holding>> holdings(Random random) {
        var holdings = new LinkedHashMap<String, List<Holding>>();
        for (var kind : kinds()) {
            var all = 1 + random.nextLong(12);
            var before = random.nextLong(all);
            var share = 1 + random.nextLong(all - before);
            holdings.put(
                    kind,
                    List.of(
                            Holding.whole(kind + " 1"),
                            new Holding(kind + " 2", Fraction.of(before, all), Fraction.of(share, all))));
        }
        return holdings;
    }
}
