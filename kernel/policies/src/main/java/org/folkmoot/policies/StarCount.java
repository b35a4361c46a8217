// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** One count of scores with runoffs. */
final class StarCount {
    private final Question question;
    private final long highest;
    private final Ties ties;
    private final Scoreboard board;
    private final BigInteger[] sums;
    private final BigInteger[] tops;
    private final Duels duels;
    private final List<Round> rounds = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    StarCount(Question question, long highest, Ties ties) {
        this.question = question;
        this.highest = highest;
        this.ties = ties;
        this.board = new Scoreboard(question);
        var options = question.options().size();
        this.sums = zeros(options);
        this.tops = zeros(options);
        this.duels = new Duels(options);
    }

    void add(Counted group, long[] scores) {
        board.cast(group, ScoredBallot.isBlank(scores));
        for (var option = 0; option < scores.length; option++) {
            sums[option] = sums[option].add(group.power().multiply(BigInteger.valueOf(scores[option])));
            tops[option] = scores[option] == highest ? tops[option].add(group.power()) : tops[option];
            for (var other = 0; other < scores.length; other++) {
                if (scores[option] > scores[other]) {
                    duels.add(option, other, group.power());
                }
            }
        }
    }

    Result run(int seats) {
        var winners = new ArrayList<Integer>();
        var left = new ArrayList<>(IntStream.range(0, sums.length).boxed().toList());
        while (winners.size() < seats && !left.isEmpty()) {
            var elected = elect(left);
            if (elected.isEmpty()) {
                break;
            }
            winners.addAll(elected);
            left.removeAll(elected);
        }
        if (winners.isEmpty()) {
            return board.result(winners, BigInteger.ZERO, BigInteger.ZERO, rounds, "Nobody wins.");
        }
        var first = question.options().get(winners.getFirst());
        var runoff = rounds.get(1).tally();
        var total = runoff.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        var held = runoff.getOrDefault(first, BigInteger.ZERO);
        var words = String.join(", ", board.names(winners)) + (winners.size() == 1 ? " wins" : " win")
                + "; in the first runoff " + held + " of " + total + " prefer " + first + ".";
        return board.result(winners, held, total, rounds, words);
    }

    /** What decides between options, given who is tied. */
    private interface Measure {
        BigInteger of(int option, List<Integer> among);
    }

    private List<Integer> elect(List<Integer> left) {
        Measure sum = (option, _) -> sums[option];
        Measure top = (option, _) -> tops[option];
        var finalists = best(left, Math.min(2, left.size()), List.of(sum, this::preferred, top));
        round(scores(left), Map.of(), List.of());
        if (finalists.size() < Math.min(2, left.size())) {
            return List.of();
        }
        // An option that nobody gave anything may be in the runoff, but cannot win.
        var winner = best(finalists, 1, List.of(this::preferred, sum, top)).stream()
                .filter(option -> sums[option].signum() > 0)
                .toList();
        var duel = new LinkedHashMap<String, BigInteger>();
        finalists.forEach(option -> duel.put(question.options().get(option), preferred(option, finalists)));
        var undecided = board.ballots().subtract(duel.values().stream().reduce(BigInteger.ZERO, BigInteger::add));
        round(duel, Map.of("noPreference", undecided), winner);
        return winner;
    }

    /** In how many comparisons of two of these the option is given more, by the power of the ballots. */
    private BigInteger preferred(int option, List<Integer> among) {
        return among.stream().map(other -> duels.prefer(option, other)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The best options by the first measure, and by the next where that leaves a tie. */
    private List<Integer> best(List<Integer> of, int seats, List<Measure> measures) {
        var found = new ArrayList<Integer>();
        var measured =
                of.stream().map(option -> measures.getFirst().of(option, of)).toList();
        for (var tier : Tiers.byScore(measured)) {
            var tied = tier.stream().map(of::get).toList();
            var free = seats - found.size();
            if (tied.size() <= free) {
                found.addAll(tied);
                continue;
            }
            if (free > 0 && measures.size() > 1) {
                found.addAll(best(tied, free, measures.subList(1, measures.size())));
            } else if (free > 0) {
                notes.add(ties.words(tied, question));
                found.addAll(ties.winners(tied, free, question));
            }
            // Where a tie leaves a place open, nobody who is weaker takes it.
            return found;
        }
        return found;
    }

    private Map<String, BigInteger> scores(List<Integer> of) {
        var scores = new LinkedHashMap<String, BigInteger>();
        of.forEach(option -> scores.put(question.options().get(option), sums[option]));
        return scores;
    }

    private void round(Map<String, BigInteger> tally, Map<String, BigInteger> inactive, List<Integer> elected) {
        rounds.add(new Round(
                rounds.size() + 1,
                tally,
                BigInteger.ZERO,
                inactive,
                board.names(elected),
                List.of(),
                Map.of(),
                String.join(" ", notes)));
        notes.clear();
    }

    private static BigInteger[] zeros(int options) {
        var zeros = new BigInteger[options];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
