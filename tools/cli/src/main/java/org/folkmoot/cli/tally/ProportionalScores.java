// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.cli.tally.SpentScores.Paper;
import org.folkmoot.cli.tally.SpentScores.Way;
import org.folkmoot.policies.ReweightedRange;
import org.folkmoot.policies.TieRule;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;

/** Methods that fill seats in proportion from scores, by ballots that are spent on whoever has a seat. */
final class ProportionalScores {
    private ProportionalScores() {}

    static Answer allocated(TallyCase counted, TallyCheck check) {
        var way = check.parameters().oneOf("partlyAllocated", "by weight", "as whole");
        return count(counted, check, way.equals("by weight") ? Way.ALLOCATED : Way.ALLOCATED_WHOLE);
    }

    static Answer spent(TallyCase counted, TallyCheck check) {
        var way = check.parameters().oneOf("reweighting", "capping", "scaling");
        return count(counted, check, way.equals("capping") ? Way.CAPPED : Way.SCALED);
    }

    private static Answer count(TallyCase counted, TallyCheck check, Way way) {
        counted.expect("scores");
        var ties = ScoreTies.of(counted, check);
        var method = new ReweightedRange();
        var settings = Counting.settings(() -> new ReweightedRange.Settings(
                Optional.of(ScoreTabulations.highest(counted)),
                Optional.of(check.seats()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        var ballots = Counting.checked(method, settings, ties.question(), ties.ballots());
        if (ScoreTabulations.hasASeatForEach(counted, check)) {
            return ScoreTabulations.everybody(counted, check);
        }
        var papers =
                ballots.stream().map(group -> paper(group, ties.order().size())).toList();
        var spending = new SpentScores(papers, ScoreTabulations.highest(counted), check.seats(), way);
        return filled(counted, (int) check.seats(), ties, spending);
    }

    private static Paper paper(Counted group, int options) {
        var scores = (Map<?, ?>) group.choice();
        return new Paper(
                group.power(),
                IntStream.range(0, options)
                        .mapToObj(option -> scores.get(Integer.toString(option)))
                        .map(score -> score instanceof Long given ? BigInteger.valueOf(given) : BigInteger.ZERO)
                        .toList(),
                Fraction.of(1, 1));
    }

    private static Answer filled(TallyCase counted, int seats, ScoreTies ties, SpentScores spending) {
        var values = Answer.empty();
        var rounds = values.putArray("rounds");
        var winners = new ArrayList<String>();
        var words = new ArrayList<String>();
        while (winners.size() < Math.min(seats, ties.order().size())) {
            var left = ties.order().stream()
                    .filter(name -> !winners.contains(name))
                    .toList();
            var sums = left.stream()
                    .map(name -> spending.sum(ties.order().indexOf(name)))
                    .toList();
            var most = sums.stream().reduce(Fraction.of(0, 1), Fraction::max);
            var tied = IntStream.range(0, sums.size())
                    .filter(place -> sums.get(place).compareTo(most) == 0)
                    .mapToObj(left::get)
                    .toList();
            rounds.add(round(counted, left, sums));
            if (most.numerator().signum() == 0 || tied.size() > 1 && ties.rule() == TieRule.NOBODY) {
                values.set("tie", Counting.names(inOrder(counted, tied)));
                words.add("Tied: " + String.join(", ", inOrder(counted, tied)) + ". None of them wins.");
                break;
            }
            words.add(tied.getFirst() + " has most, " + most + ", and is elected.");
            winners.add(tied.getFirst());
            spending.spend(ties.order().indexOf(tied.getFirst()));
        }
        ties.decided(winners.size(), seats);
        values.set("winners", Counting.names(winners));
        return new Answer(values, words);
    }

    private static List<String> inOrder(TallyCase counted, List<String> names) {
        return counted.candidates().stream().filter(names::contains).toList();
    }

    private static ObjectNode round(TallyCase counted, List<String> left, List<Fraction> sums) {
        var round = Answer.empty();
        inOrder(counted, left).forEach(name -> round.set(name, Numbers.exact(sums.get(left.indexOf(name)))));
        return round;
    }
}
