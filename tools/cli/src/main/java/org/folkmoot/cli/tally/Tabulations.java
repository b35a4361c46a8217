// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.folkmoot.policies.CommitteeRule;

/** The methods that a check can name. */
final class Tabulations {
    private static final Map<String, Tabulation> ALL = all();

    private Tabulations() {}

    static Optional<Tabulation> find(String method) {
        return Optional.ofNullable(ALL.get(method));
    }

    static String names() {
        return String.join(", ", ALL.keySet());
    }

    private static Map<String, Tabulation> all() {
        var all = new TreeMap<String, Tabulation>();
        all.put("irv", RankedTabulations::runoff);
        all.put("sequential-irv", RankedTabulations::runoff);
        all.put("bottoms-up", RankedTabulations::runoff);
        all.put("bottoms-up-threshold", RankedTabulations::runoff);
        all.put("stv-wigm", RankedTabulations::runoff);
        all.put("stv-scottish", SeatTabulations::scottish);
        all.put("stv-gregory", GregoryTabulation::count);
        all.put("pairwise-matrix", MatrixTabulations::matrix);
        all.put("condorcet-from-matrix", MatrixTabulations::condorcet);
        all.put("schulze", DuelTabulations::schulze);
        all.put("schulze-path-strengths", DuelTabulations::paths);
        all.put("ranked-pairs", DuelTabulations::rankedPairs);
        all.put("minimax", DuelTabulations::minimax);
        all.put("copeland", DuelTabulations::copeland);
        all.put("borda", BordaTabulation::count);
        all.put("plurality", DuelTabulations::plurality);
        all.put("debian-cssd", DebianTabulation::count);
        all.put("approval-committee", CommitteeTabulations.by(CommitteeRule.APPROVAL));
        all.put("satisfaction-approval", CommitteeTabulations.by(CommitteeRule.SATISFACTION));
        all.put("proportional-approval", CommitteeTabulations.by(CommitteeRule.PROPORTIONAL));
        all.put("chamberlin-courant-approval", CommitteeTabulations.by(CommitteeRule.CHAMBERLIN_COURANT));
        all.put("sequential-pav", CommitteeTabulations.by(CommitteeRule.SEQUENTIAL_PROPORTIONAL));
        all.put("sequential-phragmen", CommitteeTabulations.by(CommitteeRule.SEQUENTIAL_PHRAGMEN));
        all.put("equal-shares-committee", CommitteeTabulations.by(CommitteeRule.EQUAL_SHARES));
        all.put("star", ScoreTabulations::star);
        all.put("bloc-star", ScoreTabulations::star);
        all.put("star-bloc", ScoreTabulations::star);
        all.put("rrv", ScoreTabulations::reweighted);
        all.put("allocated-score", ProportionalScores::allocated);
        all.put("sequentially-spent-score", ProportionalScores::spent);
        all.put("pb-scores", BudgetTabulations::scores);
        all.put("pb-greedy", BudgetTabulations::greedy);
        all.put("pb-equal-shares", BudgetTabulations::equalShares);
        all.put("single-choice", SnapshotTabulations::single);
        all.put("approval", SnapshotTabulations::approval);
        all.put("weighted", SnapshotTabulations::weighted);
        all.put("quadratic-snapshot", SnapshotTabulations::quadratic);
        all.put("copeland-snapshot", SnapshotTabulations::copeland);
        all.put("irv-snapshot", SnapshotRunoff::count);
        all.put("fractional-votes", FractionalTabulation::count);
        all.put("conviction-lock-tally", MotionTabulations::conviction);
        all.put("conviction-voting-accumulate", ConvictionTabulations::accumulate);
        all.put("conviction-voting-threshold", ConvictionTabulations::threshold);
        all.put("liquid-delegation", DelegationTabulations::liquid);
        all.put("majority-following", DelegationTabulations::following);
        all.put("delegation-with-override", DelegationTabulations::override);
        all.put("governor-bravo", RuleTabulations::governor);
        all.put("lazy-consensus", RuleTabulations::lazy);
        all.put("quorum-threshold-veto", CosmosTabulations::standard);
        all.put("threshold-curve", CurveTabulations::threshold);
        all.put("threshold-curve-inverse", CurveTabulations::inverse);
        all.put("sortition", SortitionTabulation::draw);
        return all;
    }
}
