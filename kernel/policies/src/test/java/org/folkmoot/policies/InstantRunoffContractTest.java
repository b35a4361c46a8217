// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policies.Choices.With;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.InstantRunoff.Settings;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class InstantRunoffContractTest extends VotingMethodContract<Settings> {
    private static final int OPTIONS = 5;

    @Override
    protected InstantRunoff plugin() {
        return new InstantRunoff();
    }

    @Override
    protected List<Settings> settings() {
        return List.of(
                Settings.defaults(),
                new With()
                        .overvoteRule(OvervoteRule.ALWAYS_SKIP_TO_NEXT_RANK)
                        .maxSkipped(0)
                        .batch(true)
                        .settings(),
                new With()
                        .overvoteRule(OvervoteRule.EXHAUST_IF_MULTIPLE_CONTINUING)
                        .untilTwo(true)
                        .settings(),
                new With()
                        .exhaustOnDuplicate(true)
                        .batch(true)
                        .untilTwo(true)
                        .neverWins("E")
                        .settings(),
                new With()
                        .maxRankings(3)
                        .maxSkipped(1)
                        .tieBreak(TieBreak.ORDER)
                        .neverWins("A", "E")
                        .settings(),
                new With().lot("seed").neverWins("A", "B", "C", "D", "E").settings(),
                new With().lot("seed").settings());
    }

    @Override
    protected Question question() {
        return Choices.among("A", "B", "C", "D", "E");
    }

    @Override
    protected Object choice(Random random, Settings settings) {
        var ranks = new ArrayList<>();
        var most = settings.maxRankingsAllowed().orElse((long) OPTIONS).intValue();
        for (var rank = random.nextInt(most + 1); rank > 0; rank--) {
            ranks.add(rank(random, settings));
        }
        return ranks;
    }

    private static Object rank(Random random, Settings settings) {
        long option = random.nextInt(OPTIONS);
        return switch (random.nextInt(8)) {
            case 0 -> List.of();
            case 1 -> List.of(option, (option + 1) % OPTIONS);
            case 2 -> settings.overvotes() == OvervoteRule.EXHAUST_IF_MULTIPLE_CONTINUING ? List.of() : "overvote";
            default -> List.of(option);
        };
    }

    @Override
    protected List<Object> invalidChoices() {
        return List.of(
                "overvote",
                1L,
                Map.of(),
                List.of(1L),
                List.of("exhausted"),
                List.of(List.of("1")),
                List.of(List.of(-1L)),
                List.of(List.of(5L)),
                List.of(List.of((1L << 32) + 1)),
                List.of(List.of(1L, 1L)),
                List.of(List.of(List.of(1L))),
                List.of(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @RepeatedTest(value = 200, name = "noPowerIsLostOnTheWay, seed {currentRepetition}")
    void noPowerIsLostOnTheWay(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        for (var settings : settings()) {
            var ballots = Stream.generate(
                            () -> new Counted(choice(random, settings), 1, BigInteger.valueOf(random.nextInt(4))))
                    .limit(random.nextInt(40))
                    .toList();

            var result = plugin().tally(ballots, question(), settings);

            var cast = sum(ballots.stream().map(Counted::power));
            var counts = result.counts();
            assertThat(counts.get("ballots")).isEqualTo(cast);
            assertThat(sum(Stream.of("blank", "continuing", "exhausted").map(counts::get)))
                    .isEqualTo(cast);
            for (var round : result.rounds()) {
                assertThat(sum(round.tally().values().stream()).add(sum(round.inactive().values().stream())))
                        .as("round %s", round.number())
                        .isEqualTo(cast.subtract(sum(Stream.of("blank").map(counts::get))));
                round.transfers()
                        .forEach((from, to) -> assertThat(sum(to.values().stream()))
                                .isEqualTo(round.tally().get(from)));
            }
            assertThat(result.winners()).noneMatch(settings.neverWins().orElse(List.of())::contains);
        }
    }

    @Test
    void theMarksOfAnOvervoteMustBeKnownWhereTheyMatter() {
        var settings = settings().get(2);
        List<Object> choice = List.of("overvote");

        assertThatThrownBy(() -> plugin().check(choice, question(), settings)).isInstanceOf(InvalidChoice.class);
    }

    @Test
    void noMoreRanksThanThePolicyAllows() {
        var settings = new With().maxRankings(1).settings();
        List<Object> choice = List.of(List.of(1L), List.of(2L));

        assertThatThrownBy(() -> plugin().check(choice, question(), settings))
                .isInstanceOf(InvalidChoice.class)
                .hasMessage("The choice has 2 ranks; at most 1 are allowed.");
    }

    @Test
    void refusesQuestionsThatCannotBeRanked() {
        for (var options : List.of(List.<String>of(), List.of("A"), List.of("A", "A"), List.of("A", "exhausted"))) {
            var question = new Question("Which one?", options);

            assertThatThrownBy(() -> plugin().checkQuestion(question, Settings.defaults()))
                    .isInstanceOf(InvalidQuestion.class);
        }
    }

    @Test
    void aLotNeedsASeedAndNothingElseDoes() {
        assertThatThrownBy(() -> new With().tieBreak(TieBreak.LOT).settings()).hasMessageContaining("needs a seed");
        assertThatThrownBy(() -> new With().lot("x").tieBreak(TieBreak.ORDER).settings())
                .hasMessageContaining("only lot uses one");
        assertThatThrownBy(() -> new With().maxSkipped(-1).settings()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new With().maxRankings(0).settings()).isInstanceOf(IllegalArgumentException.class);
        assertThat(Settings.defaults().seed()).isEqualTo(Optional.empty());
    }

    private static BigInteger sum(Stream<BigInteger> powers) {
        return powers.reduce(BigInteger.ZERO, BigInteger::add);
    }
}
