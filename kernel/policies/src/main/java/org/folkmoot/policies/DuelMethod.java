// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;
import org.folkmoot.policy.VotingMethod;

/**
 * What the methods share that compare options two by two: ballots are rankings, and the first of the ranking that the
 * method makes of them wins.
 *
 * <p>The counts are those of {@link Scoreboard}: {@code total} is the power that took a side in the winner's closest
 * duel, and {@code winner} the part of it that preferred the winner.
 */
public abstract class DuelMethod<S extends Record> implements VotingMethod<S> {
    private static final int MOST_SHOWN = 32;

    /** What is common to the settings of these methods. */
    record Common(Unranked unranked, boolean complete, Ties ties) {}

    abstract Common common(S settings);

    /** What is shown of each option, in units of 10^−{@link VotingMethod#decimals}. */
    abstract List<BigInteger> scores(Duels duels, BigInteger power, S settings);

    /** The options from the best, by duels that were counted before; those on one tier are tied. */
    public abstract List<List<Integer>> ranking(Duels duels, BigInteger power, Question question, S settings);

    @Override
    public List<String> counts(S settings) {
        return Scoreboard.COUNTS;
    }

    @Override
    public void checkQuestion(Question question, S settings) {
        Options.check(question);
    }

    @Override
    public void check(Object choice, Question question, S settings) {
        if (common(settings).complete()) {
            RankedBallot.checkComplete(choice, question);
        }
        RankedBallot.of(choice, question);
    }

    /** The duels of some rankings, which all these methods then compare. */
    public static Duels duels(Iterable<Counted> rankings, Question question, Unranked unranked) {
        var duels = new Duels(question.options().size());
        rankings.forEach(group -> duels.add(RankedBallot.of(group.choice(), question), group.power(), unranked));
        return duels;
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, S settings) {
        var board = new Scoreboard(question);
        var duels = new Duels(question.options().size());
        for (var group : ballots) {
            var ranks = RankedBallot.of(group.choice(), question);
            board.cast(group, RankedBallot.isBlank(ranks));
            duels.add(ranks, group.power(), common(settings).unranked());
        }
        return result(board, duels, question, settings);
    }

    private Result result(Scoreboard board, Duels duels, Question question, S settings) {
        var scores = scores(duels, board.marked(), settings);
        if (board.marked().signum() == 0) {
            var round = round(board, scores, List.of(), "", Map.of());
            return board.result(List.of(), BigInteger.ZERO, BigInteger.ZERO, List.of(round), "Nobody wins.");
        }
        var ranking = ranking(duels, board.marked(), question, settings);
        var first = ranking.getFirst();
        var ties = common(settings).ties();
        var winners = first.size() == 1 ? first : ties.winners(first, 1, question);
        var tied = first.size() == 1 ? "" : " " + ties.words(first, question);
        var round = round(
                board, scores, winners, "Ranking: " + words(ranking, question) + "." + tied, table(duels, question));
        if (winners.isEmpty()) {
            return board.result(winners, BigInteger.ZERO, BigInteger.ZERO, List.of(round), "Nobody wins.");
        }
        var winner = winners.getFirst();
        var rival = duels.closestRival(winner);
        var held = duels.prefer(winner, rival);
        var total = held.add(duels.prefer(rival, winner));
        var words = String.join(", ", board.names(winners))
                + (winners.size() == 1 ? " wins; " : " win; ")
                + held + " of " + total + " prefer " + question.options().get(winner) + " to "
                + question.options().get(rival) + ".";
        return board.result(winners, held, total, List.of(round), words);
    }

    private static Round round(
            Scoreboard board,
            List<BigInteger> scores,
            List<Integer> winners,
            String words,
            Map<String, Map<String, BigInteger>> duels) {
        var names = board.names(winners);
        return new Round(1, board.byName(scores), BigInteger.ZERO, Map.of(), names, List.of(), Map.of(), words, duels);
    }

    /** All duels by name; none where there are so many that a live count would be too long. */
    private static Map<String, Map<String, BigInteger>> table(Duels duels, Question question) {
        var options = question.options();
        var table = new LinkedHashMap<String, Map<String, BigInteger>>();
        for (var one = 0; one < options.size() && options.size() <= MOST_SHOWN; one++) {
            var row = new LinkedHashMap<String, BigInteger>();
            for (var other = 0; other < options.size(); other++) {
                if (other != one) {
                    row.put(options.get(other), duels.prefer(one, other));
                }
            }
            table.put(options.get(one), row);
        }
        return table;
    }

    private static String words(List<List<Integer>> ranking, Question question) {
        return ranking.stream()
                .map(tier -> tier.stream().map(question.options()::get).collect(Collectors.joining(" = ")))
                .collect(Collectors.joining(", "));
    }
}
