// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts scores, then lets the two options with the highest sums meet: the one that more power prefers wins (STAR: score
 * then automatic runoff). With several seats the next two meet for the next seat, without those elected before.
 *
 * <p>Who meets, when sums are level, is decided by how often ballots prefer each of the tied to another of them, then by who
 * was given the highest score by most power, then by the rule for ties. A level runoff is decided by the higher sum, then in
 * the same way. Nobody wins to whom no ballot gives anything.
 */
public final class Star implements VotingMethod<Star.Settings> {
    /**
     * How much may be given, and how many win. Everything may be left out.
     *
     * @param highest the highest score that a ballot may give an option; else 5
     * @param seats how many win; else 1
     * @param tie who wins what is still tied, {@code order}, {@code lot} or {@code nobody}; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(Optional<Long> highest, Optional<Long> seats, Optional<TieRule> tie, Optional<String> seed) {
        public Settings {
            Options.bounded(highest.orElse(5L), 1, 1_000_000, "highest");
            Options.bounded(seats.orElse(1L), 1, 1_000, "seats");
            if (Ties.of(tie, seed).rule() == TieRule.ALL) {
                throw new IllegalArgumentException("two meet in a runoff: tie cannot be all");
            }
        }
    }

    @Override
    public String id() {
        return "star";
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
        ScoredBallot.of(choice, question, settings.highest().orElse(5L), Optional.empty());
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var highest = settings.highest().orElse(5L);
        var count = new StarCount(question, highest, Ties.of(settings.tie(), settings.seed()));
        for (var group : ballots) {
            count.add(group, ScoredBallot.of(group.choice(), question, highest, Optional.empty()));
        }
        return count.run(settings.seats().orElse(1L).intValue());
    }
}
