// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Fills several seats in proportion from rankings: who reaches the quota is elected, what they have above it moves on
 * with all their ballots at a lower value, and when there is nothing to move the weakest goes out (weighted inclusive
 * Gregory).
 *
 * <p>One surplus moves at a time, the largest first; one option goes out at a time. When no more are left than seats,
 * all of them are elected. With {@code droop} and 5 decimals this is the count of Scottish councils.
 */
public final class SingleTransferableVote implements VotingMethod<SingleTransferableVote.Settings> {
    /** What elects an option. Power is the power of all ballots that rank an option. */
    public enum Quota {
        /** At least power / (seats + 1), rounded down, and one more. */
        DROOP,
        /** More than power / (seats + 1), exactly. */
        HAGENBACH_BISCHOFF,
        /** At least power / seats, exactly. */
        HARE
    }

    /**
     * How to count. Everything but the seats may be left out.
     *
     * @param seats how many are elected
     * @param quota what elects an option; else {@code droop}
     * @param decimals how many decimals the value of a ballot has after a transfer, rounded down; else 5
     * @param exact whether values are never rounded, and decimals are only what is shown; else they are
     * @param tieBreak who is the weaker of two that are level; else {@code previous-rounds}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            long seats,
            Optional<Quota> quota,
            Optional<Long> decimals,
            Optional<Boolean> exact,
            Optional<TieBreak> tieBreak,
            Optional<String> seed) {
        public Settings {
            Options.bounded(seats, 1, 1_000, "seats");
            Options.bounded(decimals.orElse(5L), 0, 36, "decimals");
            if (seed.isPresent() != (tieBreak.orElse(TieBreak.PREVIOUS_ROUNDS) == TieBreak.LOT)) {
                throw new IllegalArgumentException("tieBreak lot needs a seed, and only lot uses one");
            }
        }

        /** How many decimals there are, said or not. */
        int places() {
            return decimals.orElse(5L).intValue();
        }
    }

    @Override
    public String id() {
        return "single-transferable-vote";
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
        order(choice, question);
    }

    /** The options of a ranking, best first; only one may be at a rank. */
    private static List<Integer> order(Object choice, Question question) {
        RankedBallot.of(choice, question);
        var order = new ArrayList<Integer>();
        for (var rank : (List<?>) choice) {
            var level = (List<?>) rank;
            if (level.size() > 1) {
                throw new InvalidChoice("Only one option may be at a rank.");
            }
            level.forEach(option -> order.add(Options.number(option, question)));
        }
        return order;
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        return exact(ballots, question, settings).result();
    }

    /**
     * A count whose votes are not rounded to be shown.
     *
     * @param result the count as it is shown
     * @param quota what elects an option
     * @param votes what each option holds after each round, in the order of the options
     */
    public record Exact(Result result, Fraction quota, List<List<Fraction>> votes) {
        public Exact {
            votes = votes.stream().map(List::copyOf).toList();
        }
    }

    /** Counts, and gives the votes as the fractions that they are. */
    public Exact exact(Iterable<Counted> ballots, Question question, Settings settings) {
        return exact(ballots, question, settings, Optional.empty());
    }

    /**
     * Counts by a quota that is stated as a number, whatever made it one, instead of that of the settings: at least so many
     * votes elect an option, also where one of the settings would ask for more. Where more reach it than there are seats, the strongest are elected.
     */
    public Exact exact(Iterable<Counted> ballots, Question question, Settings settings, Fraction quota) {
        return exact(ballots, question, settings, Optional.of(quota));
    }

    private static Exact exact(
            Iterable<Counted> ballots, Question question, Settings settings, Optional<Fraction> quota) {
        var board = new Scoreboard(question);
        var count = new TransferableCount(question, settings, board, quota);
        for (var group : ballots) {
            var order = order(group.choice(), question);
            board.cast(group, order.isEmpty());
            count.add(order, group.power());
        }
        var result = count.run();
        return new Exact(result, count.quota(), count.votes());
    }
}
