// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Counts rankings for one seat or several by the rules of RCTab, in each of its modes and with the names of its settings,
 * so that a published public election can be recounted field by field.
 *
 * <p>A choice is that of {@link InstantRunoff}. Where votes have parts, all numbers of the result are in units of
 * 10^−decimals ({@link Settings#decimals}).
 */
public final class RankedChoice implements VotingMethod<RankedChoice.Settings> {
    /** How winners are found. */
    public enum Mode {
        /** Round by round the weakest goes out, until one holds more than half. */
        SINGLE_WINNER_MAJORITY,
        /** Who reaches the threshold is elected and the surplus moves on; only the strongest of them in one round. */
        MULTI_WINNER_ALLOW_ONLY_ONE_WINNER_PER_ROUND,
        /** The same, with all who reach it in one round. */
        MULTI_WINNER_ALLOW_MULTIPLE_WINNERS_PER_ROUND,
        /** The weakest goes out until no more are left than seats. */
        BOTTOMS_UP,
        /** The weakest goes out until all who are left hold a part of what counts; there are as many seats. */
        BOTTOMS_UP_USING_PERCENTAGE_THRESHOLD,
        /** One count for each seat, without those elected before. */
        MULTI_PASS_IRV
    }

    /**
     * How to count. Everything may be left out.
     *
     * @param winnerElectionMode else {@code single-winner-majority}
     * @param numberOfWinners how many are elected; else 1
     * @param percentageThreshold the part that {@code bottoms-up-using-percentage-threshold} asks for, given with it only
     * @param overvoteRule else {@code exhaust-immediately}
     * @param maxSkippedRanksAllowed a ballot that skips more ranks in a row stops counting there; else unlimited
     * @param maxRankingsAllowed how many ranks a ballot may have; else as many as there are options
     * @param exhaustOnDuplicateCandidate whether a ballot stops counting where it repeats an option; else it does not
     * @param batchElimination whether all who together cannot catch up go out at once; else one by one
     * @param cutoffElimination whether all below the percentage go out at once; else one by one
     * @param continueUntilTwoCandidatesRemain whether to go on after somebody is elected; else not
     * @param firstRoundDeterminesThreshold whether the threshold of one seat stays that of the first round; else not
     * @param hareQuota whether the threshold is votes / seats, rounded up; else it is votes / (seats + 1) and a unit
     * @param nonIntegerWinningThreshold whether that unit has decimals; else it is a whole vote
     * @param decimalPlacesForVoteArithmetic else 4
     * @param minimumVoteThreshold who holds less goes out first; else nobody
     * @param stopTabulationEarlyAfterRound how many rounds there are at most; else as many as it takes
     * @param excludedCandidates options that ballots may rank but that are not in the race
     * @param neverWins options that go out first and are never elected, such as undeclared write-ins
     * @param tieBreak else {@code previous-round-counts}
     * @param candidateOrder the order by which ties are broken; else that of the options
     * @param seed the whole number that draws follow from, given with them and only then
     */
    public record Settings(
            Optional<Mode> winnerElectionMode,
            Optional<Long> numberOfWinners,
            Optional<Fraction> percentageThreshold,
            Optional<OvervoteRule> overvoteRule,
            Optional<Long> maxSkippedRanksAllowed,
            Optional<Long> maxRankingsAllowed,
            Optional<Boolean> exhaustOnDuplicateCandidate,
            Optional<Boolean> batchElimination,
            Optional<Boolean> cutoffElimination,
            Optional<Boolean> continueUntilTwoCandidatesRemain,
            Optional<Boolean> firstRoundDeterminesThreshold,
            Optional<Boolean> hareQuota,
            Optional<Boolean> nonIntegerWinningThreshold,
            Optional<Long> decimalPlacesForVoteArithmetic,
            Optional<Long> minimumVoteThreshold,
            Optional<Long> stopTabulationEarlyAfterRound,
            Optional<List<String>> excludedCandidates,
            Optional<List<String>> neverWins,
            Optional<RankedTieBreak> tieBreak,
            Optional<List<String>> candidateOrder,
            Optional<Long> seed) {
        public Settings {
            excludedCandidates = excludedCandidates.map(List::copyOf);
            neverWins = neverWins.map(List::copyOf);
            candidateOrder = candidateOrder.map(List::copyOf);
            Options.bounded(numberOfWinners.orElse(1L), 1, 1_000, "numberOfWinners");
            Options.bounded(decimalPlacesForVoteArithmetic.orElse(4L), 0, 20, "decimalPlacesForVoteArithmetic");
            Options.bounded(maxSkippedRanksAllowed.orElse(0L), 0, Long.MAX_VALUE, "maxSkippedRanksAllowed");
            Options.bounded(maxRankingsAllowed.orElse(1L), 1, Long.MAX_VALUE, "maxRankingsAllowed");
            Options.bounded(minimumVoteThreshold.orElse(0L), 0, Long.MAX_VALUE, "minimumVoteThreshold");
            Options.bounded(
                    stopTabulationEarlyAfterRound.orElse(1L), 1, Long.MAX_VALUE, "stopTabulationEarlyAfterRound");
            if (seed.isPresent()
                    != tieBreak.orElse(RankedTieBreak.PREVIOUS_ROUND_COUNTS).draws()) {
                throw new IllegalArgumentException("a draw needs a seed, and only a draw uses one");
            }
            new RankedRules(winnerElectionMode.orElse(Mode.SINGLE_WINNER_MAJORITY), numberOfWinners.orElse(1L))
                    .check(
                            batchElimination.orElse(false)
                                    || continueUntilTwoCandidatesRemain.orElse(false)
                                    || firstRoundDeterminesThreshold.orElse(false),
                            cutoffElimination.orElse(false),
                            percentageThreshold.isPresent());
        }

        /** How many decimals the numbers of the result have: none, where no vote is ever divided. */
        public int decimals() {
            var parts = rules().movesSurpluses()
                    || rules().mode() == Mode.BOTTOMS_UP_USING_PERCENTAGE_THRESHOLD
                    || nonIntegerWinningThreshold.orElse(false);
            return parts ? decimalPlacesForVoteArithmetic.orElse(4L).intValue() : 0;
        }

        RankedRules rules() {
            return new RankedRules(winnerElectionMode.orElse(Mode.SINGLE_WINNER_MAJORITY), numberOfWinners.orElse(1L));
        }

        Ranking.Reading reading() {
            return new Ranking.Reading(overvotes(), maxSkippedRanksAllowed, exhaustOnDuplicateCandidate.orElse(false));
        }

        OvervoteRule overvotes() {
            return overvoteRule.orElse(OvervoteRule.EXHAUST_IMMEDIATELY);
        }
    }

    @Override
    public String id() {
        return "ranked-choice";
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
    public Set<String> scaled(Settings settings) {
        return settings.decimals() > 0 ? Set.of("continuing", "exhausted", "winner") : Set.of();
    }

    @Override
    public int decimals(Settings settings) {
        return settings.decimals();
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        new InstantRunoff().checkQuestion(question, InstantRunoff.Settings.defaults());
        if (question.options().contains(RankedPiles.RESIDUAL)) {
            throw new InvalidQuestion("No option can be named \"residual surplus\": the count uses these words.");
        }
        var named = new HashSet<String>();
        settings.excludedCandidates().ifPresent(named::addAll);
        settings.neverWins().ifPresent(named::addAll);
        settings.candidateOrder().ifPresent(named::addAll);
        if (!question.options().containsAll(named)) {
            named.removeAll(question.options());
            throw new InvalidQuestion("No option is named " + String.join(", ", named) + ".");
        }
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        var ranks = Ranking.ranks(choice, question, settings.maxRankingsAllowed());
        Ranking.check(ranks, question, settings.overvotes());
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        return passes(ballots, question, settings).together();
    }

    /** Counts as {@link #tally} does, and shows each pass by itself where there is one for each seat. */
    public RankedPasses passes(Iterable<Counted> ballots, Question question, Settings settings) {
        var count = new RankedCount(question, settings);
        for (var group : ballots) {
            count.add(group);
        }
        return count.run();
    }
}
