// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.Test;

/** Rankings that are drawn by seeds, with levels, gaps and many ties, counted together and ballot by ballot. */
class PlainDuelsTest {
    private static final int SEEDS = 300;
    private static final Optional<TieRule> ALL = Optional.of(TieRule.ALL);

    private record Drawn(PlainDuels plain, List<Counted> groups, Question question) {}

    @Test
    void everyMethodRanksAsItIsDefinedForSeeds0To300() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            var drawn = drawn(new Random(seed));
            var duels = DuelMethod.duels(
                    drawn.groups(), drawn.question(), drawn.plain().unranked());
            var ranks = "seed %d of %s".formatted(seed, drawn.groups());

            assertThat(condorcet(duels, drawn).getFirst())
                    .as("Smith, %s", ranks)
                    .isEqualTo(drawn.plain().smith());
            assertThat(copeland(duels, drawn))
                    .as("Copeland, %s", ranks)
                    .isEqualTo(drawn.plain().copeland());
            for (var variant : Minimax.Variant.values()) {
                assertThat(minimax(variant, duels, drawn))
                        .as("minimax by %s, %s", variant, ranks)
                        .isEqualTo(drawn.plain().minimax(variant));
            }
            for (var strength : List.of(Strength.WINNING_VOTES, Strength.MARGINS)) {
                assertThat(schulze(strength, duels, drawn))
                        .as("Schulze by %s, %s", strength, ranks)
                        .isEqualTo(drawn.plain().schulze(strength));
                assertThat(rankedPairs(strength, duels, drawn))
                        .as("ranked pairs by %s, %s", strength, ranks)
                        .isEqualTo(drawn.plain().rankedPairs(strength));
            }
            assertThat(borda(drawn))
                    .as("Borda, %s", ranks)
                    .isEqualTo(IntStream.range(0, drawn.plain().options())
                            .mapToObj(option -> BigInteger.valueOf(drawn.plain().borda(option)))
                            .toList());
        }
    }

    private static <S extends Record> List<Set<Integer>> ranking(
            DuelMethod<S> method, S settings, Duels duels, Drawn drawn) {
        var power = BigInteger.valueOf(drawn.plain().ranks().size());
        return method.ranking(duels, power, drawn.question(), settings).stream()
                .map(Set::copyOf)
                .toList();
    }

    private static List<Set<Integer>> condorcet(Duels duels, Drawn drawn) {
        var settings = new Condorcet.Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return ranking(new Condorcet(), settings, duels, drawn);
    }

    private static List<Set<Integer>> copeland(Duels duels, Drawn drawn) {
        var settings = new Copeland.Settings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ALL, Optional.empty());
        return ranking(new Copeland(), settings, duels, drawn);
    }

    private static List<Set<Integer>> minimax(Minimax.Variant variant, Duels duels, Drawn drawn) {
        var settings =
                new Minimax.Settings(Optional.of(variant), Optional.empty(), Optional.empty(), ALL, Optional.empty());
        return ranking(new Minimax(), settings, duels, drawn);
    }

    private static List<Set<Integer>> schulze(Strength strength, Duels duels, Drawn drawn) {
        var settings = new Schulze.Settings(
                Optional.of(strength),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty());
        return ranking(new Schulze(), settings, duels, drawn);
    }

    private static List<Set<Integer>> rankedPairs(Strength strength, Duels duels, Drawn drawn) {
        var settings = new RankedPairs.Settings(
                Optional.of(strength), Optional.empty(), Optional.empty(), Optional.empty(), ALL, Optional.empty());
        return ranking(new RankedPairs(), settings, duels, drawn);
    }

    private static List<BigInteger> borda(Drawn drawn) {
        var settings = new Borda.Settings(
                Optional.of(Borda.Blank.MEAN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty());
        var tally = new Borda()
                .tally(drawn.groups(), drawn.question(), settings)
                .rounds()
                .getFirst()
                .tally();
        return drawn.question().options().stream()
                .map(name -> tally.getOrDefault(name, BigInteger.ZERO))
                .toList();
    }

    private static Drawn drawn(Random random) {
        var options = random.nextInt(1, 6);
        var ranks = new ArrayList<int[]>();
        var groups = new ArrayList<Counted>();
        for (var group = random.nextInt(6); group > 0; group--) {
            var rank = random.ints(options, 0, options + 1).toArray();
            var many = random.nextInt(1, 4);
            groups.add(new Counted(choice(rank), many, BigInteger.valueOf(many)));
            IntStream.range(0, many).forEach(_ -> ranks.add(rank));
        }
        var names = IntStream.range(0, options)
                .mapToObj(option -> Character.toString((char) ('A' + option)))
                .toList();
        var unranked = random.nextInt(3) == 0 ? Unranked.IGNORED : Unranked.LAST;
        return new Drawn(new PlainDuels(options, ranks, unranked), groups, new Question("Drawn", names));
    }

    private static List<List<Long>> choice(int[] rank) {
        return IntStream.rangeClosed(1, rank.length)
                .mapToObj(place -> IntStream.range(0, rank.length)
                        .filter(option -> rank[option] == place)
                        .mapToObj(option -> (long) option)
                        .toList())
                .filter(level -> !level.isEmpty())
                .toList();
    }
}
