// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.RankedChoice.Mode;
import org.folkmoot.policies.RankedChoice.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class RankedChoiceContractTest extends VotingMethodContract<Settings> {
    private static final int OPTIONS = 5;

    @Override
    protected RankedChoice plugin() {
        return new RankedChoice();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(
                new RankedRuns().settings(),
                new RankedRuns().batch(true).untilTwo(true).neverWins("E").settings(),
                new RankedRuns()
                        .firstRound()
                        .minimum(2)
                        .tie(RankedTieBreak.RANDOM)
                        .seed(7)
                        .settings(),
                new RankedRuns()
                        .overvotes(OvervoteRule.EXHAUST_IF_MULTIPLE_CONTINUING)
                        .excluded("B")
                        .stop(2)
                        .settings(),
                new RankedRuns()
                        .mode(Mode.MULTI_WINNER_ALLOW_MULTIPLE_WINNERS_PER_ROUND, 3)
                        .parts()
                        .duplicate()
                        .settings(),
                new RankedRuns()
                        .mode(Mode.MULTI_WINNER_ALLOW_ONLY_ONE_WINNER_PER_ROUND, 2)
                        .hare()
                        .tie(RankedTieBreak.PREVIOUS_ROUND_COUNTS_THEN_RANDOM)
                        .seed(1)
                        .neverWins("E")
                        .settings(),
                new RankedRuns().mode(Mode.BOTTOMS_UP, 2).maxSkipped(0).settings(),
                new RankedRuns().percentage(Fraction.of(15, 100)).settings(),
                new RankedRuns().percentage(Fraction.of(1, 3)).cutoff().settings(),
                new RankedRuns()
                        .mode(Mode.MULTI_PASS_IRV, 3)
                        .tie(RankedTieBreak.GENERATE_PERMUTATION)
                        .seed(-5)
                        .settings(),
                new RankedRuns()
                        .mode(Mode.MULTI_PASS_IRV, 9)
                        .order("E", "D")
                        .tie(RankedTieBreak.USE_CANDIDATE_ORDER)
                        .settings());
    }

    @Override
    protected Question question() {
        return Choices.among("A", "B", "C", "D", "E");
    }

    @Override
    protected Object choice(Random random, Settings settings) {
        var ranks = new ArrayList<>();
        for (var rank = random.nextInt(OPTIONS + 1); rank > 0; rank--) {
            long option = random.nextInt(OPTIONS);
            ranks.add(
                    switch (random.nextInt(8)) {
                        case 0 -> List.of();
                        case 1 -> List.of(option, (option + 1) % OPTIONS);
                        default -> List.of(option);
                    });
        }
        return ranks;
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of(
                "overvote",
                1L,
                Map.of(),
                List.of(1L),
                List.of("exhausted"),
                List.of(List.of(-1L)),
                List.of(List.of(5L)),
                List.of(List.of(1L, 1L)),
                List.of(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @RepeatedTest(value = 200, name = "noVoteIsLostOnTheWay, seed {currentRepetition}")
    void noVoteIsLostOnTheWay(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var ballots = Stream.generate(
                            () -> new Counted(choice(random, settings), 1, BigInteger.valueOf(random.nextInt(4))))
                    .limit(random.nextInt(40))
                    .toList();

            for (var pass : plugin().passes(ballots, question(), settings).each()) {
                var unit = BigInteger.TEN.pow(settings.decimals());
                var marked = sum(ballots.stream()
                        .filter(group -> !Ranking.isBlank((List<?>) group.choice()))
                        .map(group -> group.power().multiply(unit)));
                var residual = BigInteger.ZERO;
                for (var round : pass.rounds()) {
                    assertThat(sum(round.tally().values().stream())
                                    .add(sum(round.inactive().values().stream()))
                                    .add(residual))
                            .as("round %s of %s", round.number(), settings)
                            .isEqualTo(marked);
                    residual = residual.add(sum(round.transfers().values().stream()
                            .map(to -> to.getOrDefault(RankedPiles.RESIDUAL, BigInteger.ZERO))));
                }
                assertThat(pass.winners()).noneMatch(settings.neverWins().orElse(List.of())::contains);
                assertThat(pass.winners())
                        .noneMatch(settings.excludedCandidates().orElse(List.of())::contains);
                assertThat(pass.winners()).doesNotHaveDuplicates();
            }
        }
    }

    private static BigInteger sum(Stream<BigInteger> powers) {
        return powers.reduce(BigInteger.ZERO, BigInteger::add);
    }
}
