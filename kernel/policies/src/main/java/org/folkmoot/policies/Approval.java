// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts lists of options, by number from 0: each option on a list gets the whole power of the ballot, and those with
 * the most win. An empty list is a blank ballot.
 */
public final class Approval implements VotingMethod<Approval.Settings> {
    /**
     * How many win, and how many may be approved. Everything may be left out.
     *
     * @param most how many options a ballot may name; else all
     * @param seats how many win; else 1
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(Optional<Long> most, Optional<Long> seats, Optional<TieRule> tie, Optional<String> seed) {
        public Settings {
            Options.bounded(most.orElse(1L), 1, 1_000, "most");
            Options.bounded(seats.orElse(1L), 1, 1_000, "seats");
            Ties.of(tie, seed);
        }
    }

    @Override
    public String id() {
        return "approval";
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
        if (!(choice instanceof List<?> options)) {
            throw new InvalidChoice("The choice is a list of options, such as [0, 2].");
        }
        var most = settings.most().orElse((long) question.options().size());
        if (Options.numbers(options, question).size() > most) {
            throw new InvalidChoice("The choice names " + options.size() + " options; at most " + most + " may be.");
        }
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        var scores = new ArrayList<>(Collections.nCopies(question.options().size(), BigInteger.ZERO));
        for (var group : ballots) {
            var approved = Options.numbers((List<?>) group.choice(), question);
            board.cast(group, approved.isEmpty());
            approved.forEach(option -> scores.set(option, scores.get(option).add(group.power())));
        }
        var seats = settings.seats().orElse(1L).intValue();
        return board.result(scores, 0, seats, Ties.of(settings.tie(), settings.seed()));
    }
}
