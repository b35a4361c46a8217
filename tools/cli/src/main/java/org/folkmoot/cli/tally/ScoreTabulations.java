// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policies.ReweightedRange;
import org.folkmoot.policies.Star;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** Methods whose ballots give scores. */
final class ScoreTabulations {
    private static final int SHOWN = 18;
    private static final String TIED = "Tied: ";

    private ScoreTabulations() {}

    static Answer star(TallyCase counted, TallyCheck check) {
        counted.expect("scores");
        check.parameters().words("scoringTie", "head-to-head among tied, then most top scores");
        check.parameters().words("runoffTie", "higher total score, then most top scores");
        var ties = ScoreTies.of(counted, check);
        var method = new Star();
        var settings = Counting.settings(() -> new Star.Settings(
                Optional.of(highest(counted)), Optional.of(check.seats()), Optional.of(ties.rule()), Optional.empty()));
        var ballots = Counting.checked(method, settings, ties.question(), ties.ballots());
        if (hasASeatForEach(counted, check)) {
            return everybody(counted, check);
        }
        var result = method.tally(ballots, ties.question(), settings);
        ties.decided(result.winners().size(), check.seats());
        var values = Answer.empty();
        values.set("scores", scores(result.rounds().getFirst(), counted.candidates()));
        result.rounds().stream()
                .filter(ScoreTabulations::isRunoff)
                .findFirst()
                .ifPresent(round -> values.set("runoff", runoff(round)));
        values.set("rounds", runoffs(result, counted.candidates()));
        values.set("winners", Counting.names(result.winners()));
        if (result.winners().size() < check.seats() && !result.rounds().isEmpty()) {
            values.set("tie", Counting.names(tied(result, counted.candidates())));
        }
        return new Answer(values, Counting.words(result, 0));
    }

    static boolean hasASeatForEach(TallyCase counted, TallyCheck check) {
        return check.seats() > 1 && check.seats() == counted.candidates().size();
    }

    /** With a seat for each there is nothing to count, and no tie, as starvote has it. They are in nobody's order. */
    static Answer everybody(TallyCase counted, TallyCheck check) {
        var order = PublishedNames.order(check.expected().path("winners").valueStream());
        var values = Answer.empty();
        values.set(
                "winners",
                Counting.names(counted.candidates().stream().sorted(order).toList()));
        values.putArray("rounds");
        return Answer.of(values, "There is a seat for each candidate.");
    }

    static long highest(TallyCase counted) {
        return counted.file().path("ballotFormat").path("maxScore").asLong(5);
    }

    // Whoever was elected before is not in the round.
    private static ObjectNode scores(Round round, List<String> candidates) {
        var scores = Answer.empty();
        candidates.stream()
                .filter(round.tally()::containsKey)
                .forEach(name -> scores.set(name, Numbers.whole(round.tally().getOrDefault(name, BigInteger.ZERO))));
        return scores;
    }

    /** One round for each seat, with its scores and its runoff. */
    private static ArrayNode runoffs(Result result, List<String> candidates) {
        var rounds = Answer.empty().arrayNode();
        for (var round : result.rounds()) {
            if (!isRunoff(round)) {
                rounds.addObject().set("scores", scores(round, candidates));
                continue;
            }
            var last = (ObjectNode) rounds.get(rounds.size() - 1);
            last.set("runoff", runoff(round));
            round.elected().stream().findFirst().ifPresent(name -> last.put("winner", name));
            last.set("winners", Counting.names(round.elected()));
        }
        return rounds;
    }

    private static boolean isRunoff(Round round) {
        return !round.inactive().isEmpty();
    }

    private static ObjectNode runoff(Round round) {
        var runoff = Counting.powers(round.tally(), 0);
        runoff.setAll(Counting.powers(round.inactive(), 0));
        return runoff;
    }

    /** Who was tied where the count ended: those of the runoff, or those whom the words of the round name. */
    private static List<String> tied(Result result, List<String> candidates) {
        var last = result.rounds().getLast();
        if (isRunoff(last)) {
            return List.copyOf(last.tally().keySet());
        }
        var from = last.words().lastIndexOf(TIED);
        var left = from < 0 ? "" : last.words().substring(from + TIED.length());
        var tied = new ArrayList<String>();
        for (var name : candidates) {
            if (left.startsWith(name + ", ") || left.startsWith(name + ". ")) {
                tied.add(name);
                left = left.substring(name.length() + 2);
            }
        }
        return tied;
    }

    static Answer reweighted(TallyCase counted, TallyCheck check) {
        counted.expect("scores");
        check.parameters().words("weight", "1/(1+sum of scores given to winners / maxScore)");
        var ties = ScoreTies.of(counted, check);
        var method = new ReweightedRange();
        var settings = Counting.settings(() -> new ReweightedRange.Settings(
                Optional.of(highest(counted)),
                Optional.of(check.seats()),
                Optional.of((long) SHOWN),
                Optional.of(ties.rule()),
                Optional.empty()));
        var ballots = Counting.checked(method, settings, ties.question(), ties.ballots());
        if (hasASeatForEach(counted, check)) {
            return everybody(counted, check);
        }
        var count = method.exact(ballots, ties.question(), settings);
        ties.decided(count.result().winners().size(), check.seats());
        var values = Answer.empty();
        values.set("winners", Counting.names(count.result().winners()));
        if (count.result().winners().size() < check.seats()
                && !count.result().rounds().isEmpty()) {
            values.set("tie", Counting.names(tied(count.result(), counted.candidates())));
        }
        var rounds = values.putArray("rounds");
        count.scores().forEach(scores -> {
            var round = rounds.addObject();
            scores.forEach((name, score) -> round.set(name, Numbers.exact(score)));
        });
        return new Answer(values, Counting.words(count.result(), SHOWN));
    }
}
