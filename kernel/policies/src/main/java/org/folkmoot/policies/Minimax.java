// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Question;

/** Ranks options by their worst duel: whoever is beaten least comes first. */
public final class Minimax extends DuelMethod<Minimax.Settings> {
    /** How bad a duel is for an option. */
    public enum Variant {
        /** The power that prefers the other, if it beats the option; else 0. */
        WINNING_VOTES,
        /** How much more power prefers the other; below 0 where the option wins. */
        MARGINS,
        /** The power that prefers the other, whoever wins. */
        PAIRWISE_OPPOSITION
    }

    /**
     * How to read rankings and compare. Everything may be left out.
     *
     * @param variant how bad a duel is; else {@code winning-votes}
     * @param unranked what a ranking says about options that it leaves out; else {@code last}
     * @param completeRankings whether a ballot must rank every option at a rank of its own; else it need not
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Variant> variant,
            Optional<Unranked> unranked,
            Optional<Boolean> completeRankings,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            Ties.of(tie, seed);
        }
    }

    @Override
    public String id() {
        return "minimax";
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

    /** What is left of the power cast when the worst duel is taken from it. */
    @Override
    List<BigInteger> scores(Duels duels, BigInteger power, Settings settings) {
        var variant = settings.variant().orElse(Variant.WINNING_VOTES);
        var scores = new ArrayList<BigInteger>();
        for (var one = 0; one < duels.options(); one++) {
            var worst = power.negate();
            for (var other = 0; other < duels.options(); other++) {
                worst = other == one ? worst : worst.max(loss(duels, one, other, variant));
            }
            scores.add(power.subtract(worst));
        }
        return scores;
    }

    @Override
    public List<List<Integer>> ranking(Duels duels, BigInteger power, Question question, Settings settings) {
        return Tiers.byScore(scores(duels, power, settings));
    }

    private static BigInteger loss(Duels duels, int one, int other, Variant variant) {
        return switch (variant) {
            case WINNING_VOTES -> duels.beats(other, one) ? duels.prefer(other, one) : BigInteger.ZERO;
            case MARGINS -> duels.margin(other, one);
            case PAIRWISE_OPPOSITION -> duels.prefer(other, one);
        };
    }
}
