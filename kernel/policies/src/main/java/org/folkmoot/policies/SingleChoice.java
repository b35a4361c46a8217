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

/** Counts one option per ballot, by its number from 0; the options with the most power win. */
public final class SingleChoice implements VotingMethod<SingleChoice.Settings> {
    /**
     * How many win. Everything may be left out.
     *
     * @param seats how many win; else 1
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(Optional<Long> seats, Optional<TieRule> tie, Optional<String> seed) {
        public Settings {
            Options.bounded(seats.orElse(1L), 1, 1_000, "seats");
            Ties.of(tie, seed);
        }
    }

    @Override
    public String id() {
        return "single-choice";
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
        Options.number(choice, question);
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var scores = new ArrayList<>(Collections.nCopies(question.options().size(), BigInteger.ZERO));
        for (var group : ballots) {
            board.cast(group, false);
            var option = Options.number(group.choice(), question);
            scores.set(option, scores.get(option).add(group.power()));
        }
        var seats = settings.seats().orElse(1L).intValue();
        return board.result(scores, 0, seats, Ties.of(settings.tie(), settings.seed()));
    }
}
