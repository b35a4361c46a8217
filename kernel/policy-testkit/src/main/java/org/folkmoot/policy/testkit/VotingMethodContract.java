// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Plugin;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.VotingMethod;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What every voting method keeps: it counts what it accepts, and the grouping of ballots does not matter. */
public abstract class VotingMethodContract<S extends Record> extends PluginContract<S> {
    private static final int SEEDS = 40;

    @Override
    protected abstract VotingMethod<S> plugin();

    /** A question that the method can be asked. */
    protected abstract Question question();

    /** A choice that the method accepts under these settings. */
    protected abstract Object choice(Random random, S settings);

    /** Choices that it must refuse under all settings; give the near misses. */
    protected abstract List<Object> invalidChoices();

    @Override
    @SuppressWarnings("unchecked") // a class literal has no type arguments
    Class<? extends Plugin<?>> kind() {
        return (Class<? extends Plugin<?>>) (Class<?>) VotingMethod.class;
    }

    @Test
    void acceptsItsQuestion() {
        settings().forEach(settings -> plugin().checkQuestion(question(), settings));
    }

    @Test
    void refusesInvalidChoices() {
        for (var settings : settings()) {
            for (var choice : invalidChoices()) {
                assertThatThrownBy(() -> plugin().check(choice, question(), settings))
                        .as("check of %s", choice)
                        .isInstanceOfSatisfying(
                                InvalidChoice.class, e -> assertThat(e.reason()).isNotBlank());
            }
        }
    }

    @RepeatedTest(value = SEEDS, name = "countsWhateverItAccepts, seed {currentRepetition}")
    void countsWhateverItAccepts(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var accepted = new ArrayList<Counted>();
            for (var i = 0; i < 200; i++) {
                var choice = PlainData.any(random, 3);
                try {
                    plugin().check(choice, question(), settings);
                    accepted.add(new Counted(choice, 1, BigInteger.ONE));
                } catch (InvalidChoice refused) {
                    assertThat(refused.reason()).isNotBlank();
                }
            }

            assertThat(plugin().tally(accepted, question(), settings).ballots()).isEqualTo(accepted.size());
        }
    }

    @RepeatedTest(value = SEEDS, name = "givesTheSameResultForAnyGrouping, seed {currentRepetition}")
    void givesTheSameResultForAnyGrouping(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var ballots = ballots(random, settings);
            var result = plugin().tally(ballots, question(), settings);

            assertThat(plugin().tally(ballots, question(), settings))
                    .as("again")
                    .isEqualTo(result);
            assertThat(plugin().tally(shuffled(ballots, random), question(), settings))
                    .as("in another order")
                    .isEqualTo(result);
            assertThat(plugin().tally(
                                    shuffled(split(ballots, random, plugin().mergesPowers(settings)), random),
                                    question(),
                                    settings))
                    .as("in smaller groups")
                    .isEqualTo(result);
        }
    }

    @RepeatedTest(value = SEEDS, name = "givesTheCountsThatItNames, seed {currentRepetition}")
    void givesTheCountsThatItNames(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var ballots = ballots(random, settings);

            var result = plugin().tally(ballots, question(), settings);

            assertThat(result.counts().keySet()).containsExactlyElementsOf(plugin().counts(settings));
            assertThat(result.counts().values()).allMatch(power -> power.signum() >= 0);
            assertThat(result.ballots())
                    .isEqualTo(ballots.stream().mapToLong(Counted::ballots).sum());
            assertThat(question().options()).containsAll(result.winners());
            assertThat(result.words()).isNotBlank();
        }
    }

    @Test
    void countsNoBallotsAtAll() {
        for (var settings : settings()) {
            var result = plugin().tally(List.of(), question(), settings);

            assertThat(result.ballots()).isZero();
            assertThat(result.winners()).isEmpty();
            assertThat(result.counts().values()).allMatch(power -> power.signum() == 0);
        }
    }

    @Test
    void saysWhatItsNumbersAreIn() {
        for (var settings : settings()) {
            assertThat(plugin().decimals(settings)).isBetween(0, 36);
            assertThat(plugin().counts(settings)).containsAll(plugin().scaled(settings));
        }
    }

    private List<Counted> ballots(Random random, S settings) {
        var ballots = new ArrayList<Counted>();
        for (var groups = random.nextInt(30); groups > 0; groups--) {
            var choice = choice(random, settings);
            plugin().check(choice, question(), settings);
            // Small powers make ties, large ones overflow whatever is not a BigInteger.
            var power = random.nextInt(4) > 0 ? BigInteger.valueOf(random.nextInt(4)) : new BigInteger(200, random);
            var many = random.nextInt(5);
            ballots.add(new Counted(
                    choice, many, plugin().mergesPowers(settings) ? power : power.multiply(BigInteger.valueOf(many))));
        }
        return ballots;
    }

    private static List<Counted> shuffled(List<Counted> groups, Random random) {
        var shuffled = new ArrayList<>(groups);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<Counted> split(List<Counted> groups, Random random, boolean mergesPowers) {
        var split = new ArrayList<Counted>();
        for (var group : groups) {
            var ballots = random.nextLong(group.ballots() + 1);
            var power = mergesPowers
                    ? new BigInteger(220, random).mod(group.power().add(BigInteger.ONE))
                    : group.each().multiply(BigInteger.valueOf(ballots));
            split.add(new Counted(group.choice(), ballots, power));
            split.add(new Counted(
                    group.choice(), group.ballots() - ballots, group.power().subtract(power)));
        }
        return split;
    }
}
