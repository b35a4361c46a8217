// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;

/**
 * Who cast what in a poll whose method gives each option a score, and the result: the highest scores win.
 *
 * <p>Scores that are not whole are kept in units of 10^−decimals. The counts {@code total} and {@code winner} are in
 * these units, {@code ballots} and {@code blank} in units of power. An option with a score of 0 never wins.
 */
final class Scoreboard {
    /** The sum of all scores is the total; of several winners, the lowest score is the winner's. */
    static final List<String> COUNTS = List.of("ballots", "blank", "total", "winner");

    /** Those of them that are scores. */
    static final Set<String> SCORES = Set.of("total", "winner");

    private final Question question;
    private long cast = 0;
    private BigInteger ballots = BigInteger.ZERO;
    private BigInteger blank = BigInteger.ZERO;

    Scoreboard(Question question) {
        this.question = question;
    }

    void cast(Counted group, boolean isBlank) {
        cast = Math.addExact(cast, group.ballots());
        ballots = ballots.add(group.power());
        blank = isBlank ? blank.add(group.power()) : blank;
    }

    /** How many ballots there are. */
    long cast() {
        return cast;
    }

    /** The power of all ballots. */
    BigInteger ballots() {
        return ballots;
    }

    /** The power of the ballots that are not blank. */
    BigInteger marked() {
        return ballots.subtract(blank);
    }

    /** The result of these scores, by option. */
    Result result(List<BigInteger> scores, int decimals, int seats, Ties ties) {
        var notes = new ArrayList<String>();
        var winners = winners(scores, seats, ties, notes);
        var words = winners.isEmpty()
                ? "Nobody wins."
                : winners.stream()
                        .map(option -> question.options().get(option) + " with " + shown(scores.get(option), decimals))
                        .collect(Collectors.joining(
                                ", ", winners.size() == 1 ? "The winner is " : "The winners are ", "."));
        var round = new Round(
                1,
                byName(scores),
                BigInteger.ZERO,
                Map.of(),
                names(winners),
                List.of(),
                Map.of(),
                String.join(" ", notes));
        var lowest = winners.stream().map(scores::get).min(Comparator.naturalOrder());
        return result(winners, lowest.orElse(BigInteger.ZERO), Weights.sum(scores), List.of(round), words);
    }

    /** The result with these winners, when the method found them by itself. */
    Result result(List<Integer> winners, BigInteger winner, BigInteger total, List<Round> rounds, String words) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("ballots", ballots);
        counts.put("blank", blank);
        counts.put("total", total);
        counts.put("winner", winner);
        return new Result(cast, names(winners), counts, rounds, words);
    }

    /** The options with the highest scores above 0, best first. */
    private List<Integer> winners(List<BigInteger> scores, int seats, Ties ties, List<String> notes) {
        var winners = new ArrayList<Integer>();
        var left = best(scores);
        while (winners.size() < seats && !left.isEmpty()) {
            var top = scores.get(left.getFirst());
            var tied = left.stream()
                    .filter(option -> scores.get(option).equals(top))
                    .toList();
            var free = seats - winners.size();
            if (tied.size() > free) {
                notes.add(ties.words(tied, question));
                winners.addAll(ties.winners(tied, free, question));
                return winners;
            }
            winners.addAll(tied);
            left = left.subList(tied.size(), left.size());
        }
        return winners;
    }

    private static List<Integer> best(List<BigInteger> scores) {
        return IntStream.range(0, scores.size())
                .boxed()
                .filter(option -> scores.get(option).signum() > 0)
                .sorted(Comparator.comparing((Integer option) -> scores.get(option))
                        .reversed())
                .toList();
    }

    List<String> names(List<Integer> winners) {
        return winners.stream().map(question.options()::get).toList();
    }

    Map<String, BigInteger> byName(List<BigInteger> scores) {
        var named = new LinkedHashMap<String, BigInteger>();
        question.options().forEach(option -> named.put(option, scores.get(named.size())));
        return named;
    }

    /** A score as people write it. */
    static String shown(BigInteger score, int decimals) {
        return score.signum() == 0
                ? "0"
                : new BigDecimal(score, decimals).stripTrailingZeros().toPlainString();
    }
}
