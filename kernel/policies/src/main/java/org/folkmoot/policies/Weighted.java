// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Divides the power of each ballot among options in proportion to its weights: {@code {"0": 1, "1": 3}} gives option 0
 * one quarter. The exact shares of all ballots are added; only the sums are rounded, by largest remainder, so that they
 * add up to all the power that was cast.
 */
public final class Weighted implements VotingMethod<Weighted.Settings> {
    /**
     * How exact the sums are shown, and how many win. Everything may be left out.
     *
     * @param decimals how many decimals the scores have; else 0
     * @param seats how many win; else 1
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Long> decimals, Optional<Long> seats, Optional<TieRule> tie, Optional<String> seed) {
        public Settings {
            Options.bounded(decimals.orElse(0L), 0, 36, "decimals");
            Options.bounded(seats.orElse(1L), 1, 1_000, "seats");
            Ties.of(tie, seed);
        }

        /** How many decimals there are, said or not. */
        int places() {
            return decimals.orElse(0L).intValue();
        }
    }

    @Override
    public String id() {
        return "weighted";
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
        if (!(choice instanceof Map<?, ?> weights)) {
            throw new InvalidChoice("The choice is a weight by the number of the option, such as {\"0\": 1}.");
        }
        Shares.check(Weights.of(weights, Options.keys(question)));
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var keys = Options.keys(question);
        var shares = new Shares(keys.size());
        for (var group : ballots) {
            board.cast(group, false);
            shares.add(Weights.of((Map<?, ?>) group.choice(), keys), group.power());
        }
        var decimals = settings.places();
        var seats = settings.seats().orElse(1L).intValue();
        return board.result(shares.rounded(decimals), decimals, seats, Ties.of(settings.tie(), settings.seed()));
    }
}
