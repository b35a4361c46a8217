// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts rankings: the weakest option goes out and its ballots move on, until one holds more than half of what still
 * counts.
 *
 * <p>The rules and the names of their settings are those of RCTab's single-winner count, so that a published public
 * election can be recounted field by field. A choice is a list of ranks, best first. A rank is a list of option numbers
 * from 0: one is a ranking, none is a skipped rank, two or more are an overvote; the word {@code "overvote"} is one
 * whose marks were not recorded. A ballot without any mark is blank: cast, but never part of a tally.
 */
public final class InstantRunoff implements VotingMethod<InstantRunoff.Settings> {
    /** A rank that holds several marks which the record does not name. */
    static final String OVERVOTE = "overvote";

    /** What {@code transfers} calls the power that moved to no option. */
    static final String EXHAUSTED = "exhausted";

    /** What becomes of a ballot at a rank with several marks. RCTab writes the same names in camel case. */
    public enum OvervoteRule {
        /** It stops counting there. */
        EXHAUST_IMMEDIATELY,
        /** That rank is passed over. */
        ALWAYS_SKIP_TO_NEXT_RANK,
        /** It counts for the only continuing option of the rank, and stops there if more than one continues. */
        EXHAUST_IF_MULTIPLE_CONTINUING
    }

    /** Who goes out, or wins, when options are tied. None of them involves chance that could not be recomputed. */
    public enum TieBreak {
        /** The option that the question names last goes out. RCTab: {@code useCandidateOrder}. */
        ORDER,
        /** The option that the question names first goes out, as Snapshot does it. */
        REVERSE_ORDER,
        /** Who had fewer in the latest round in which they differed goes out, else as {@link #ORDER}. */
        PREVIOUS_ROUNDS,
        /** The smallest SHA-256 of seed, title and option, with a zero byte between them, goes out. */
        LOT
    }

    /**
     * How to count. Everything may be left out.
     *
     * @param overvoteRule else {@code exhaust-immediately}
     * @param maxSkippedRanksAllowed a ballot that skips more ranks in a row stops counting there; else unlimited
     * @param maxRankingsAllowed how many ranks a ballot may have; else as many as there are options
     * @param exhaustOnDuplicateCandidate whether a ballot stops counting where it repeats an option; else it does not
     * @param batchElimination whether all who together cannot catch up go out at once; else one by one
     * @param continueUntilTwoCandidatesRemain whether to go on after somebody is elected; else not
     * @param completeRankings whether a ballot must rank every option at a rank of its own; else it need not
     * @param neverWins options that go out first and are never elected, such as undeclared write-ins
     * @param tieBreak else {@code previous-rounds}
     * @param seed the text that {@code lot} draws from, given with it and only then
     * @param waitsForBallots whether an option that no ballot counts for waits, out of the rounds, until one comes to it,
     *     as Snapshot does; else it is the weakest
     */
    public record Settings(
            Optional<OvervoteRule> overvoteRule,
            Optional<Long> maxSkippedRanksAllowed,
            Optional<Long> maxRankingsAllowed,
            Optional<Boolean> exhaustOnDuplicateCandidate,
            Optional<Boolean> batchElimination,
            Optional<Boolean> continueUntilTwoCandidatesRemain,
            Optional<Boolean> completeRankings,
            Optional<List<String>> neverWins,
            Optional<TieBreak> tieBreak,
            Optional<String> seed,
            Optional<Boolean> waitsForBallots) {
        public Settings {
            if (maxSkippedRanksAllowed.orElse(0L) < 0 || maxRankingsAllowed.orElse(1L) < 1) {
                throw new IllegalArgumentException(
                        "maxSkippedRanksAllowed is 0 or more, maxRankingsAllowed is 1 or more");
            }
            if (seed.isPresent() != (tieBreak.orElse(TieBreak.PREVIOUS_ROUNDS) == TieBreak.LOT)) {
                throw new IllegalArgumentException("tieBreak lot needs a seed, and only lot uses one");
            }
            neverWins = neverWins.map(List::copyOf);
        }

        /** Leaves everything out. */
        public static Settings defaults() {
            return new Settings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Ranking.Reading reading() {
            return new Ranking.Reading(overvotes(), maxSkippedRanksAllowed, exhaustOnDuplicateCandidate.orElse(false));
        }

        OvervoteRule overvotes() {
            return overvoteRule.orElse(OvervoteRule.EXHAUST_IMMEDIATELY);
        }

        TieBreak ties() {
            return tieBreak.orElse(TieBreak.PREVIOUS_ROUNDS);
        }
    }

    @Override
    public String id() {
        return "instant-runoff";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public List<String> counts(Settings settings) {
        return Runoff.COUNTS;
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        var options = question.options();
        if (options.size() < 2 || new HashSet<>(options).size() < options.size()) {
            throw new InvalidQuestion("A ranking needs two or more different options.");
        }
        if (options.contains(EXHAUSTED)) {
            throw new InvalidQuestion("No option can be named \"exhausted\": the count uses that word.");
        }
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        var ranks = Ranking.ranks(choice, question, settings.maxRankingsAllowed());
        if (settings.completeRankings().orElse(false)) {
            RankedBallot.checkComplete(choice, question);
        }
        Ranking.check(ranks, question, settings.overvotes());
    }

    /** Reads an option's number; −1 is what can be none. */
    static int option(Object mark) {
        return switch (mark) {
            case Integer number -> number;
            case Long number when number == number.intValue() -> number.intValue();
            default -> -1;
        };
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var runoff = new Runoff(question, settings);
        for (var group : ballots) {
            runoff.add(group);
        }
        return runoff.run();
    }
}
