// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/** One count of scores whose ballots lose weight as those whom they support are elected. */
final class RangeCount {
    /** Ballots with the same scores, and their power. */
    record Scored(List<BigInteger> scores, BigInteger power) {}

    private final Question question;
    private final BigInteger highest;
    private final int seats;
    private final int decimals;
    private final Ties ties;
    private final Scoreboard board;
    private final List<Scored> ballots;
    private final List<Integer> winners = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private final List<Map<String, Fraction>> scores = new ArrayList<>();

    RangeCount(Question question, ReweightedRange.Settings settings, Scoreboard board, List<Scored> ballots) {
        this.question = question;
        this.highest = BigInteger.valueOf(settings.highest().orElse(5L));
        this.seats = settings.seats().orElse(1L).intValue();
        this.decimals = settings.places();
        this.ties = Ties.of(settings.tie(), settings.seed());
        this.board = board;
        this.ballots = ballots;
    }

    Result run() {
        var total = BigInteger.ZERO;
        var lowest = BigInteger.ZERO;
        for (var goesOn = true; goesOn && winners.size() < seats; ) {
            var left = IntStream.range(0, question.options().size())
                    .filter(option -> !winners.contains(option))
                    .boxed()
                    .toList();
            var exact = exact(left);
            scores.add(named(left, exact));
            var scale = BigInteger.TEN.pow(decimals);
            var shown = exact.sums().stream()
                    .map(sum -> sum.multiply(scale).divide(exact.under()))
                    .toList();
            total = rounds.isEmpty() ? Weights.sum(shown) : total;
            var elected = elected(left, exact.sums());
            lowest = elected.isEmpty() ? lowest : shown.get(left.indexOf(elected.getFirst()));
            round(left, shown, elected, tied(left, exact.sums()));
            winners.addAll(elected);
            goesOn = !elected.isEmpty();
        }
        var words = winners.isEmpty()
                ? "Nobody wins."
                : "Elected in this order: " + String.join(", ", board.names(winners)) + ".";
        return board.result(winners, lowest, total, rounds, words);
    }

    /** The scores of those left in each round, by name. */
    List<Map<String, Fraction>> scores() {
        return List.copyOf(scores);
    }

    private Map<String, Fraction> named(List<Integer> left, Exact exact) {
        var named = new LinkedHashMap<String, Fraction>();
        left.forEach(option -> named.put(
                question.options().get(option),
                new Fraction(exact.sums().get(named.size()), exact.under()).times(Fraction.of(1, 1))));
        return named;
    }

    private record Exact(List<BigInteger> sums, BigInteger under) {}

    /** The sums of those left, as whole numbers over one denominator. */
    private Exact exact(List<Integer> left) {
        var byGiven = new TreeMap<BigInteger, List<Scored>>();
        for (var ballot : ballots) {
            var given = Weights.sum(winners.stream().map(ballot.scores()::get).toList());
            byGiven.computeIfAbsent(highest.add(given), _ -> new ArrayList<>()).add(ballot);
        }
        var under = byGiven.keySet().stream()
                .reduce(
                        BigInteger.ONE,
                        (one, other) -> one.divide(one.gcd(other)).multiply(other));
        var sums = new ArrayList<BigInteger>();
        for (var option : left) {
            var sum = BigInteger.ZERO;
            for (var weighed : byGiven.entrySet()) {
                var given = weighed.getValue().stream()
                        .map(ballot -> ballot.scores().get(option).multiply(ballot.power()))
                        .reduce(BigInteger.ZERO, BigInteger::add);
                sum = sum.add(given.multiply(highest).multiply(under.divide(weighed.getKey())));
            }
            sums.add(sum);
        }
        return new Exact(sums, under);
    }

    private static List<Integer> tied(List<Integer> left, List<BigInteger> sums) {
        return left.isEmpty()
                ? List.of()
                : Tiers.byScore(sums).getFirst().stream()
                        .filter(place -> sums.get(place).signum() > 0)
                        .map(left::get)
                        .toList();
    }

    private List<Integer> elected(List<Integer> left, List<BigInteger> sums) {
        var tied = tied(left, sums);
        return tied.size() > 1 ? ties.winners(tied, 1, question) : tied;
    }

    private void round(List<Integer> left, List<BigInteger> shown, List<Integer> elected, List<Integer> tied) {
        var tally = new LinkedHashMap<String, BigInteger>();
        left.forEach(option -> tally.put(question.options().get(option), shown.get(tally.size())));
        rounds.add(new Round(
                rounds.size() + 1,
                tally,
                BigInteger.ZERO,
                Map.of(),
                board.names(elected),
                List.of(),
                Map.of(),
                tied.size() > 1 ? ties.words(tied, question) : ""));
    }
}
