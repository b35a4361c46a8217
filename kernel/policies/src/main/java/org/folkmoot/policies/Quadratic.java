// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;

/**
 * Rewards options that many support: each ballot divides its power by its weights, and an option's strength is the
 * square of the sum of the roots of what each ballot gives it. All the power that was cast is then shared out in
 * proportion to the strengths. Members must be different people: whoever votes twice with half the power each counts
 * for more.
 *
 * <p>Each root is rounded down to the decimals that the settings say, everything after it is exact, and the scores are
 * rounded by largest remainder to the same decimals.
 *
 * <p>Where every ballot has credits, it buys votes with them: so many votes for one option cost their square. The votes are
 * added up, each with the power of its voter.
 */
public final class Quadratic implements VotingMethod<Quadratic.Settings> {
    /**
     * How exact the count is, and how many win. Everything may be left out.
     *
     * @param credits with how many credits a ballot buys votes; else it divides its power
     * @param decimals how many decimals roots and scores have; else 18
     * @param seats how many win; else 1
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Long> credits,
            Optional<Long> decimals,
            Optional<Long> seats,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            credits.ifPresent(most -> Options.bounded(most, 1, 1_000_000_000, "credits"));
            if (credits.isPresent() && decimals.isPresent()) {
                throw new IllegalArgumentException("votes that are bought with credits are whole and have no decimals");
            }
            Options.bounded(decimals.orElse(18L), 0, 36, "decimals");
            Options.bounded(seats.orElse(1L), 1, 1_000, "seats");
            Ties.of(tie, seed);
        }

        /** How many decimals there are, said or not. */
        int places() {
            return decimals.orElse(18L).intValue();
        }
    }

    @Override
    public String id() {
        return "quadratic";
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
    public Set<String> scaled(Settings settings) {
        return settings.credits().isEmpty() && settings.places() > 0 ? Scoreboard.SCORES : Set.of();
    }

    @Override
    public int decimals(Settings settings) {
        return settings.credits().isEmpty() ? settings.places() : 0;
    }

    @Override
    public boolean mergesPowers(Settings settings) {
        return settings.credits().isPresent();
    }

    @Override
    public void checkQuestion(Question question, Settings settings) {
        Options.check(question);
    }

    @Override
    public void check(Object choice, Question question, Settings settings) {
        if (!(choice instanceof Map<?, ?> weights)) {
            throw new InvalidChoice("The choice is a weight by the number of the option, such as {\"0\": 1}.");
        }
        var given = Weights.of(weights, Options.keys(question));
        var cost = Weights.sum(given.stream().map(votes -> votes.pow(2)).toList());
        var credits = settings.credits().map(BigInteger::valueOf);
        if (credits.filter(most -> cost.compareTo(most) > 0).isPresent()) {
            throw new InvalidChoice("The votes cost %s credits, the sum of their squares; there are %s."
                    .formatted(cost, credits.get()));
        }
    }

    @Override
    public Result tally(Iterable<Counted> ballots, Question question, Settings settings) {
        var board = new Scoreboard(question);
        if (settings.credits().isPresent()) {
            return bought(ballots, board, question, settings);
        }
        var decimals = settings.places();
        var keys = Options.keys(question);
        var roots = new BigInteger[keys.size()];
        Arrays.fill(roots, BigInteger.ZERO);
        for (var group : ballots) {
            board.cast(group, false);
            var weights = Weights.of((Map<?, ?>) group.choice(), keys);
            var scaled = group.each().multiply(BigInteger.TEN.pow(2 * decimals));
            for (var option = 0; option < roots.length; option++) {
                var given = weights.get(option).multiply(scaled).divide(Weights.sum(weights));
                roots[option] = roots[option].add(given.sqrt().multiply(BigInteger.valueOf(group.ballots())));
            }
        }
        var seats = settings.seats().orElse(1L).intValue();
        var scores = scores(roots, board.marked().multiply(BigInteger.TEN.pow(decimals)));
        return board.result(scores, decimals, seats, Ties.of(settings.tie(), settings.seed()));
    }

    private static Result bought(Iterable<Counted> ballots, Scoreboard board, Question question, Settings settings) {
        var keys = Options.keys(question);
        var votes = new BigInteger[keys.size()];
        Arrays.fill(votes, BigInteger.ZERO);
        for (var group : ballots) {
            board.cast(group, false);
            var given = Weights.of((Map<?, ?>) group.choice(), keys);
            for (var option = 0; option < votes.length; option++) {
                votes[option] = votes[option].add(given.get(option).multiply(group.power()));
            }
        }
        var seats = settings.seats().orElse(1L).intValue();
        return board.result(List.of(votes), 0, seats, Ties.of(settings.tie(), settings.seed()));
    }

    private static List<BigInteger> scores(BigInteger[] roots, BigInteger power) {
        var strengths = Arrays.stream(roots).map(root -> root.pow(2)).toList();
        var sum = Weights.sum(strengths);
        return sum.signum() == 0
                ? strengths
                : Shares.largestRemainder(
                        strengths.stream()
                                .map(strength -> strength.multiply(power))
                                .toArray(BigInteger[]::new),
                        sum);
    }
}
