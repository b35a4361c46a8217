// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.policy.Question;

/**
 * Elects the option that beats every other one. Where there is none, the smallest group that beats everybody outside it
 * is tied, and without a rule for ties nobody wins.
 */
public final class Condorcet extends DuelMethod<Condorcet.Settings> {
    /**
     * How to read rankings. Everything may be left out.
     *
     * @param unranked what a ranking says about options that it leaves out; else {@code last}
     * @param completeRankings whether a ballot must rank every option at a rank of its own; else it need not
     * @param tie who wins where nobody beats every other one; else {@code nobody}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
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
        return "condorcet";
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
                Ties.of(Optional.of(settings.tie().orElse(TieRule.NOBODY)), settings.seed()));
    }

    /** How many others each option beats. */
    @Override
    List<BigInteger> scores(Duels duels, BigInteger power, Settings settings) {
        return IntStream.range(0, duels.options())
                .mapToObj(one -> BigInteger.valueOf(IntStream.range(0, duels.options())
                        .filter(other -> duels.beats(one, other))
                        .count()))
                .toList();
    }

    @Override
    public List<List<Integer>> ranking(Duels duels, BigInteger power, Question question, Settings settings) {
        var tiers = new ArrayList<List<Integer>>();
        var left = IntStream.range(0, duels.options()).boxed().toList();
        while (!left.isEmpty()) {
            var from = left;
            var first = duels.among(left).smithSet();
            tiers.add(first.stream().mapToObj(from::get).toList());
            left = IntStream.range(0, from.size())
                    .filter(place -> !first.get(place))
                    .mapToObj(from::get)
                    .toList();
        }
        return tiers;
    }
}
