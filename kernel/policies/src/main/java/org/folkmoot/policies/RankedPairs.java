// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.policy.Question;

/** Locks in duels from the strongest to the weakest, each unless it would close a circle with those locked before. */
public final class RankedPairs extends DuelMethod<RankedPairs.Settings> {
    /** What becomes of duels that are equally strong. */
    public enum EqualDuels {
        /** They are added at once, and those of them that are then in a circle are left out. */
        TOGETHER,
        /** One by one: first the one whose winner the question names first, then whose loser. */
        ORDER
    }

    /**
     * How to read rankings and compare. Everything may be left out.
     *
     * @param strength how strong a duel is; of equal winning votes the one with less opposition is stronger; else
     *     {@code winning-votes}
     * @param equalDuels what becomes of equally strong duels; else {@code together}
     * @param unranked what a ranking says about options that it leaves out; else {@code last}
     * @param completeRankings whether a ballot must rank every option at a rank of its own; else it need not
     * @param tie who wins a tie; else {@code order}
     * @param seed the text that {@code lot} draws from, given with it and only then
     */
    public record Settings(
            Optional<Strength> strength,
            Optional<EqualDuels> equalDuels,
            Optional<Unranked> unranked,
            Optional<Boolean> completeRankings,
            Optional<TieRule> tie,
            Optional<String> seed) {
        public Settings {
            Ties.of(tie, seed);
        }
    }

    private record Duel(int winner, int loser, BigInteger strength, BigInteger opposition) {}

    @Override
    public String id() {
        return "ranked-pairs";
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

    /** How many options each one is above, directly or through others. */
    @Override
    List<BigInteger> scores(Duels duels, BigInteger power, Settings settings) {
        var above = locked(duels, settings);
        return IntStream.range(0, duels.options())
                .mapToObj(option -> BigInteger.valueOf(above[option].cardinality()))
                .toList();
    }

    @Override
    public List<List<Integer>> ranking(Duels duels, BigInteger power, Question question, Settings settings) {
        var above = locked(duels, settings);
        return Tiers.byRelation(duels.options(), (one, other) -> above[one].get(other));
    }

    /** For each option those that it is above. */
    private static BitSet[] locked(Duels duels, Settings settings) {
        var above = nobody(duels.options());
        var left = strongestFirst(duels, settings.strength().orElse(Strength.WINNING_VOTES));
        while (!left.isEmpty()) {
            var first = left.getFirst();
            var equal = settings.equalDuels().orElse(EqualDuels.TOGETHER) == EqualDuels.ORDER
                    ? List.of(first)
                    : left.stream()
                            .filter(duel -> BY_STRENGTH.compare(duel, first) == 0)
                            .toList();
            var together = copy(above);
            equal.forEach(duel -> lock(together, duel));
            equal.stream()
                    .filter(duel -> !together[duel.loser()].get(duel.winner()))
                    .forEach(duel -> lock(above, duel));
            left = left.subList(equal.size(), left.size());
        }
        return above;
    }

    private static final Comparator<Duel> BY_STRENGTH =
            Comparator.comparing(Duel::strength).reversed().thenComparing(Duel::opposition);

    private static List<Duel> strongestFirst(Duels duels, Strength strength) {
        var all = new ArrayList<Duel>();
        for (var one = 0; one < duels.options(); one++) {
            for (var other = 0; other < duels.options(); other++) {
                if (duels.beats(one, other)) {
                    var opposition = strength == Strength.WINNING_VOTES ? duels.prefer(other, one) : BigInteger.ZERO;
                    all.add(new Duel(one, other, strength.of(duels, one, other), opposition));
                }
            }
        }
        all.sort(BY_STRENGTH);
        return all;
    }

    // Kept closed: whoever is above the winner is above everybody whom the loser is above.
    private static void lock(BitSet[] above, Duel duel) {
        var below = (BitSet) above[duel.loser()].clone();
        below.set(duel.loser());
        for (var option = 0; option < above.length; option++) {
            if (option == duel.winner() || above[option].get(duel.winner())) {
                above[option].or(below);
            }
        }
    }

    private static BitSet[] nobody(int options) {
        return IntStream.range(0, options).mapToObj(_ -> new BitSet()).toArray(BitSet[]::new);
    }

    private static BitSet[] copy(BitSet[] above) {
        return IntStream.range(0, above.length)
                .mapToObj(option -> (BitSet) above[option].clone())
                .toArray(BitSet[]::new);
    }
}
