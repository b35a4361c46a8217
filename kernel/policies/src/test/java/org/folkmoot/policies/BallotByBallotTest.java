// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.policies.BallotByBallot.Shown;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.RankedChoice.Mode;
import org.folkmoot.policies.RankedChoice.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Round;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Compares counts of rankings with the plain one, over all rules, with many ties, skipped ranks and overvotes. */
class BallotByBallotTest {
    private static final List<String> NAMES = List.of("Dee", "Ann", "Cy", "Bob", "Fay", "Eve");

    @RepeatedTest(value = 400, name = "countsAsThePlainCountDoes, seed {currentRepetition}")
    void countsAsThePlainCountDoes(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var names = NAMES.subList(0, 2 + random.nextInt(5));
        var settings = settings(random, names);
        var ballots = IntStream.range(0, 1 + random.nextInt(15))
                .mapToObj(_ -> ballot(random, names))
                .toList();
        var plain = new BallotByBallot(names, settings, ballots);
        plain.run();
        var question = new Question("Who?", names);

        var result = new RankedChoice()
                .tally(ballots.stream().map(ballot -> counted(ballot, names)).toList(), question, settings);

        assertThat(result.rounds().stream()
                        .map(round -> shown(round, settings.decimals()))
                        .limit(plain.rounds.size())
                        .toList())
                .isEqualTo(plain.rounds.stream().map(BallotByBallotTest::plain).toList());
        assertThat(plain.ranOut || result.rounds().size() == plain.rounds.size())
                .isTrue();
    }

    private static Shown plain(Shown round) {
        var tally = new TreeMap<String, BigDecimal>();
        round.tally().forEach((name, held) -> tally.put(name, plain(held)));
        return new Shown(tally, plain(round.threshold()), round.elected(), round.out());
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static Shown shown(Round round, int decimals) {
        var tally = new TreeMap<String, BigDecimal>();
        round.tally().forEach((name, held) -> tally.put(name, plain(new BigDecimal(held, decimals))));
        return new Shown(
                tally,
                plain(new BigDecimal(round.threshold(), decimals)),
                round.elected().stream().sorted().toList(),
                round.eliminated().stream().sorted().toList());
    }

    private static Settings settings(Random random, List<String> names) {
        var several = random.nextBoolean();
        var mode = several ? Mode.values()[1 + random.nextInt(3)] : Mode.SINGLE_WINNER_MAJORITY;
        var hare = several && random.nextInt(3) == 0;
        var parts = several && !hare && random.nextBoolean();
        var tie = RankedTieBreak.values()[random.nextInt(3)];
        var never = names.size() > 2 && random.nextInt(3) == 0 ? List.of(names.getLast()) : List.<String>of();
        return new Settings(
                Optional.of(mode),
                Optional.of(several ? 2L + random.nextInt(2) : 1L),
                Optional.empty(),
                Optional.of(OvervoteRule.values()[random.nextInt(3)]),
                random.nextBoolean() ? Optional.of((long) random.nextInt(2)) : Optional.empty(),
                Optional.of(4L),
                Optional.of(random.nextInt(4) == 0),
                Optional.of(!several && random.nextBoolean()),
                Optional.of(false),
                Optional.of(!several && names.size() > 2 && random.nextInt(3) == 0),
                Optional.of(!several && random.nextInt(4) == 0),
                Optional.of(hare),
                Optional.of(parts),
                Optional.of(1L + random.nextInt(4)),
                Optional.of((long) random.nextInt(5) / 4),
                random.nextInt(6) == 0 ? Optional.of(2L) : Optional.empty(),
                Optional.of(names.size() > 3 && random.nextInt(4) == 0 ? List.of(names.getFirst()) : List.of()),
                Optional.of(never),
                Optional.of(tie),
                Optional.empty(),
                tie.draws() ? Optional.of((long) random.nextInt(100)) : Optional.empty());
    }

    private static List<List<String>> ballot(Random random, List<String> names) {
        var ranks = new ArrayList<List<String>>();
        for (var rank = random.nextInt(5); rank > 0; rank--) {
            var name = names.get(random.nextInt(names.size()));
            var other = names.get(random.nextInt(names.size()));
            ranks.add(
                    switch (random.nextInt(8)) {
                        case 0 -> List.of();
                        case 1 -> name.equals(other) ? List.of(name) : List.of(name, other);
                        default -> List.of(name);
                    });
        }
        return ranks;
    }

    private static Counted counted(List<List<String>> ballot, List<String> names) {
        var choice = ballot.stream()
                .map(rank ->
                        rank.stream().map(name -> (long) names.indexOf(name)).toList())
                .toList();
        return new Counted(choice, 1, BigInteger.ONE);
    }
}
