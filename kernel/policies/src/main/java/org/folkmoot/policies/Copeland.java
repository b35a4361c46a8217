// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Question;

/** Counts duels: an option gets 2 points for each other one that it beats and 1 for each that it ties with. */
public final class Copeland extends DuelMethod<Copeland.Settings> {
    /** What the scores are. */
    public enum Scale {
        /** Points. */
        POINTS,
        /**
         * Power, as Snapshot does it: points, plus half the mean share of the power that preferred the option in its
         * duels, scaled so that all scores add up to the power that was cast; rounded by largest remainder.
         */
        POWER
    }

    /**
     * How to read rankings and what the scores are. Everything may be left out.
     *
     * @param unranked what a ranking says about options that it leaves out; else {@code last}
     * @param completeRankings whether a ballot must rank every option at a rank of its own; else it need not
     * @param scale what the scores are; else {@code points}
     * @param decimals how many decimals scores in power have; else 18
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Unranked> unranked,
            Optional<Boolean> completeRankings,
            Optional<Scale> scale,
            Optional<Long> decimals,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            Options.bounded(decimals.orElse(18L), 0, 36, "decimals");
            Ties.of(tie, seed);
        }
    }

    @Override
    public String id() {
        return "copeland";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    Common common(Settings settings) {
        return new Common(
                settings.unranked().orElse(Unranked.LAST),
                settings.completeRankings().orElse(false),
                Ties.of(settings.tie(), settings.seed()));
    }

    @Override
    public int decimals(Settings settings) {
        return settings.scale().orElse(Scale.POINTS) == Scale.POINTS
                ? 0
                : settings.decimals().orElse(18L).intValue();
    }

    @Override
    List<BigInteger> scores(Duels duels, BigInteger power, Settings settings) {
        return switch (settings.scale().orElse(Scale.POINTS)) {
            case POINTS -> points(duels);
            case POWER -> inPower(duels, power, decimals(settings));
        };
    }

    @Override
    public List<List<Integer>> ranking(Duels duels, BigInteger power, Question question, Settings settings) {
        return Tiers.byScore(scores(duels, power, settings));
    }

    private static List<BigInteger> points(Duels duels) {
        var points = new ArrayList<BigInteger>();
        for (var one = 0; one < duels.options(); one++) {
            var sum = 0L;
            for (var other = 0; other < duels.options(); other++) {
                sum += other == one ? 0 : 1 + duels.margin(one, other).signum();
            }
            points.add(BigInteger.valueOf(sum));
        }
        return points;
    }

    // Points plus support / (2 (n − 1) power), everything multiplied by 2 (n − 1) power.
    private static List<BigInteger> inPower(Duels duels, BigInteger power, int decimals) {
        var scores = points(duels);
        if (power.signum() == 0) {
            return scores.stream().map(_ -> BigInteger.ZERO).toList();
        }
        var times = power.multiply(BigInteger.valueOf(2L * (duels.options() - 1)));
        for (var one = 0; one < duels.options(); one++) {
            var support = BigInteger.ZERO;
            for (var other = 0; other < duels.options(); other++) {
                support = support.add(duels.prefer(one, other));
            }
            scores.set(one, scores.get(one).multiply(times).add(support));
        }
        var unit = power.multiply(BigInteger.TEN.pow(decimals));
        return Shares.largestRemainder(
                scores.stream().map(score -> score.multiply(unit)).toArray(BigInteger[]::new), Weights.sum(scores));
    }
}
