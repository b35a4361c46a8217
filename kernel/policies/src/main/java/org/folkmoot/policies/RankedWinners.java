// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Who is elected in a round of a count of rankings. */
final class RankedWinners {
    private final RankedChoice.Settings settings;
    private final RankedRules rules;
    private final RankedPiles piles;
    private final RankedTies ties;
    private final BitSet neverWins;

    RankedWinners(RankedChoice.Settings settings, RankedPiles piles, RankedTies ties, BitSet neverWins) {
        this.settings = settings;
        this.rules = settings.rules();
        this.piles = piles;
        this.ties = ties;
        this.neverWins = neverWins;
    }

    /**
     * The winners of a round.
     *
     * @param racing who is in the race
     * @param elected how many were elected before
     * @param words what has to be said about ties
     */
    List<Integer> found(List<Integer> racing, RankedThreshold threshold, int elected, List<String> words) {
        if (racing.isEmpty() || racing.stream().anyMatch(this::isWriteIn)) {
            return List.of();
        }
        var able = racing.stream().filter(this::mayWin).toList();
        if (rules.byPercentage()) {
            return racing.stream().allMatch(option -> threshold.reachedBy(piles.tally(option))) ? able : List.of();
        }
        var unfilled = rules.winners() - elected;
        if (unfilled <= 0) {
            return List.of();
        }
        var selected = selected(racing, able, threshold, unfilled);
        var one = rules.mode() == RankedChoice.Mode.MULTI_WINNER_ALLOW_ONLY_ONE_WINNER_PER_ROUND
                || settings.firstRoundDeterminesThreshold().orElse(false);
        // Two left and neither above half: they are level. Eliminating one would leave a race of one.
        var level = rules.winners() == 1
                && selected.isEmpty()
                && racing.size() == 2
                && racing.stream().allMatch(this::reachesMinimum);
        return (one && selected.size() > 1) || level ? strongest(racing, words) : selected;
    }

    boolean mayWin(int option) {
        return !neverWins.get(option);
    }

    /** Whether an option can never win and somebody's ballot still counts for it. */
    boolean isWriteIn(int option) {
        return !mayWin(option) && piles.tally(option).signum() > 0;
    }

    private List<Integer> selected(List<Integer> racing, List<Integer> able, RankedThreshold threshold, long unfilled) {
        if (racing.size() <= unfilled) {
            return able;
        }
        if (settings.firstRoundDeterminesThreshold().orElse(false) && racing.size() - 1 == rules.winners()) {
            var most = most(able);
            return able.stream()
                    .filter(option -> piles.tally(option).equals(most))
                    .toList();
        }
        return rules.mode() == RankedChoice.Mode.BOTTOMS_UP
                ? List.of()
                : able.stream()
                        .filter(option -> threshold.reachedBy(piles.tally(option)))
                        .toList();
    }

    private BigInteger most(List<Integer> among) {
        return among.stream().map(piles::tally).max(Comparator.naturalOrder()).orElse(BigInteger.ZERO);
    }

    private List<Integer> strongest(List<Integer> racing, List<String> words) {
        var able = racing.stream().filter(this::mayWin).toList();
        var most = most(able);
        var tied =
                able.stream().filter(option -> piles.tally(option).equals(most)).toList();
        return tied.size() < 2 ? tied : List.of(ties.selected(true, tied, words));
    }

    /** Whether an option holds the votes without which it goes out first. */
    boolean reachesMinimum(int option) {
        var least = BigInteger.valueOf(settings.minimumVoteThreshold().orElse(0L));
        return piles.tally(option).compareTo(least.multiply(piles.unit())) >= 0;
    }
}
