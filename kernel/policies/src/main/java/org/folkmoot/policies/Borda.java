// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Gives points for places: of n options, n points for the first and 1 for the last. Options on one rank share the mean
 * of their places, so scores have one decimal; those that a ballot leaves out do so too, or get nothing.
 */
public final class Borda implements VotingMethod<Borda.Settings> {
    private static final int DECIMALS = 1;

    /** What a ballot that ranks no option gives. */
    public enum Blank {
        /** Nothing. */
        NOTHING,
        /** The mean of all places to every option, as to any options that a ballot leaves out. */
        MEAN
    }

    /** What the options get that a ballot leaves out while it ranks others. */
    public enum LeftOut {
        /** Each the mean of the places that are left: a ballot gives the same points, however many it ranks. */
        MEAN,
        /** Nothing: who ranks fewer options gives fewer points. */
        NOTHING
    }

    /**
     * How to read rankings, and how many win. Everything may be left out.
     *
     * @param blank what a ballot that ranks no option gives; else {@code nothing}, and only that if those who are left
     *     out get nothing
     * @param leftOut what the options get that a ballot leaves out while it ranks others; else {@code mean}
     * @param completeRankings whether a ballot must rank every option at a rank of its own; else it need not
     * @param seats how many win; else 1
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Blank> blank,
            Optional<LeftOut> leftOut,
            Optional<Boolean> completeRankings,
            Optional<Long> seats,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            Options.bounded(seats.orElse(1L), 1, 1_000, "seats");
            Ties.of(tie, seed);
            if (leftOut.equals(Optional.of(LeftOut.NOTHING)) && blank.equals(Optional.of(Blank.MEAN))) {
                throw new IllegalArgumentException(
                        "blank is 'mean', but leftOut is 'nothing': a blank ballot leaves all options out");
            }
        }
    }

    @Override
    public String id() {
        return "borda";
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
        return Scoreboard.SCORES;
    }

    @Override
    public int decimals(Settings settings) {
        return 1;
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        Options.check(question);
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        if (settings.completeRankings().orElse(false)) {
            RankedBallot.checkComplete(choice, question);
        }
        RankedBallot.of(choice, question);
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var leftOut = settings.leftOut().orElse(LeftOut.MEAN);
        var scores = new ArrayList<>(Collections.nCopies(question.options().size(), BigInteger.ZERO));
        for (var group : ballots) {
            var ranks = RankedBallot.of(group.choice(), question);
            board.cast(group, RankedBallot.isBlank(ranks));
            if (RankedBallot.isBlank(ranks) && settings.blank().orElse(Blank.NOTHING) == Blank.NOTHING) {
                continue;
            }
            var doubled = doubled(ranks);
            for (var option = 0; option < ranks.length; option++) {
                if (ranks[option] == RankedBallot.UNRANKED && leftOut == LeftOut.NOTHING) {
                    continue;
                }
                var tenths = BigInteger.valueOf(5 * doubled[option]);
                scores.set(option, scores.get(option).add(tenths.multiply(group.power())));
            }
        }
        var seats = settings.seats().orElse(1L).intValue();
        return board.result(scores, DECIMALS, seats, Ties.of(settings.tie(), settings.seed()));
    }

    /** Twice the points of each option: the sum of the best and the worst place that its rank takes. */
    private static long[] doubled(int[] ranks) {
        var options = ranks.length;
        var upTo = new int[options + 1]; // how many options are at a rank or a better one; the unranked are at the last
        for (var rank : ranks) {
            upTo[Math.min(rank, options)]++;
        }
        for (var rank = 1; rank <= options; rank++) {
            upTo[rank] += upTo[rank - 1];
        }
        var doubled = new long[options];
        for (var option = 0; option < options; option++) {
            var rank = Math.min(ranks[option], options);
            var better = rank == 0 ? 0 : upTo[rank - 1];
            var worse = options - upTo[rank];
            doubled[option] = (long) (options - better) + (1 + worse);
        }
        return doubled;
    }
}
