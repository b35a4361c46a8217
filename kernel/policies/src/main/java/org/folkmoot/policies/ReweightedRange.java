// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Fills seats one by one from scores, in proportion: the highest sum gets the next seat, and a ballot counts for less
 * the more it gave to those who have one. Its weight is {@code highest / (highest + what it gave them)}, exact; scores
 * are shown rounded down to the decimals of the settings.
 */
public final class ReweightedRange implements VotingMethod<ReweightedRange.Settings> {
    /**
     * How much may be given, and how many seats there are. Everything may be left out.
     *
     * @param highest the highest score that a ballot may give an option; else 5
     * @param seats how many win; else 1
     * @param decimals how many decimals the scores shown have; else 6
     * @param tie who wins a tie, {@code order}, {@code lot} or {@code nobody}; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Long> highest,
            Optional<Long> seats,
            Optional<Long> decimals,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            Options.bounded(highest.orElse(5L), 1, 1_000, "highest");
            Options.bounded(seats.orElse(1L), 1, 100, "seats");
            Options.bounded(decimals.orElse(6L), 0, 36, "decimals");
            if (Ties.of(tie, seed).rule() == TieRule.ALL) {
                throw new IllegalArgumentException("seats are filled one by one: tie cannot be all");
            }
        }

        /** How many decimals there are, said or not. */
        int places() {
            return decimals.orElse(6L).intValue();
        }
    }

    @Override
    public String id() {
        return "reweighted-range";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<String> counts(Settings settings) {
        return Scoreboard.COUNTS;
    }

    @Override
    public Set<String> scaled(Settings settings) {
        return settings.places() > 0 ? Scoreboard.SCORES : Set.of();
    }

    @Override
    public int decimals(Settings settings) {
        return settings.places();
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        Options.check(question);
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        ScoredBallot.of(choice, question, settings.highest().orElse(5L), Optional.empty());
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        return exact(ballots, question, settings).result();
    }

    /**
     * A count whose scores are not rounded to be shown.
     *
     * @param result the count as it is shown
     * @param scores what each option left has in each round, by its name
     */
    public record Exact(Result result, List<Map<String, Fraction>> scores) {
        public Exact {
            scores = List.copyOf(scores);
        }
    }

    /** Counts, and gives the scores as the fractions that they are. */
    public Exact exact(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var scored = new ArrayList<RangeCount.Scored>();
        for (var group : ballots) {
            var scores =
                    ScoredBallot.of(group.choice(), question, settings.highest().orElse(5L), Optional.empty());
            board.cast(group, ScoredBallot.isBlank(scores));
            scored.add(new RangeCount.Scored(List.copyOf(boxed(scores)), group.power()));
        }
        var count = new RangeCount(question, settings, board, scored);
        var result = count.run();
        return new Exact(result, count.scores());
    }

    private static List<BigInteger> boxed(long[] scores) {
        var boxed = new ArrayList<BigInteger>();
        for (var score : scores) {
            boxed.add(BigInteger.valueOf(score));
        }
        return boxed;
    }
}
