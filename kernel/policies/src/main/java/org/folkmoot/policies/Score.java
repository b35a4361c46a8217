// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts scores such as {@code {"0": 5, "2": 3}}: an option's number and how much the voter gives it, times the power
 * of the ballot. An option that is left out is given 0, and the highest sums win.
 */
public final class Score implements VotingMethod<Score.Settings> {
    /**
     * How much may be given. Everything may be left out.
     *
     * @param highest the highest score that a ballot may give an option; else 5
     * @param budget what the scores of a ballot may add up to, as where points are handed out; else no limit
     * @param seats how many win; else 1
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Long> highest,
            Optional<Long> budget,
            Optional<Long> seats,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            Options.bounded(highest.orElse(5L), 1, 1_000_000, "highest");
            Options.bounded(budget.orElse(1L), 1, 1_000_000, "budget");
            Options.bounded(seats.orElse(1L), 1, 1_000, "seats");
            Ties.of(tie, seed);
        }
    }

    @Override
    public String id() {
        return "score";
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
    public void checkQuestion(Question question, Settings settings) {
        Options.check(question);
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        ScoredBallot.of(choice, question, settings.highest().orElse(5L), settings.budget());
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var scores = new ArrayList<>(Collections.nCopies(question.options().size(), BigInteger.ZERO));
        for (var group : ballots) {
            var given =
                    ScoredBallot.of(group.choice(), question, settings.highest().orElse(5L), settings.budget());
            board.cast(group, ScoredBallot.isBlank(given));
            for (var option = 0; option < scores.size(); option++) {
                var points = BigInteger.valueOf(given[option]).multiply(group.power());
                scores.set(option, scores.get(option).add(points));
            }
        }
        var seats = settings.seats().orElse(1L).intValue();
        return board.result(scores, 0, seats, Ties.of(settings.tie(), settings.seed()));
    }
}
