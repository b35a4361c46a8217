// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Who goes out in a round of a count of rankings that elects nobody. */
final class RankedLosers {
    private final RankedChoice.Settings settings;
    private final RankedPiles piles;
    private final RankedTies ties;
    private final RankedWinners winners;
    private final int inRace;

    RankedLosers(
            RankedChoice.Settings settings, RankedPiles piles, RankedTies ties, RankedWinners winners, int inRace) {
        this.settings = settings;
        this.piles = piles;
        this.ties = ties;
        this.winners = winners;
        this.inRace = inRace;
    }

    BitSet next(List<Integer> racing, RankedThreshold threshold, BitSet gone, List<String> words) {
        var writeIns = these(racing, winners::isWriteIn);
        if (!writeIns.isEmpty()) {
            return writeIns;
        }
        var belowMinimum = these(racing, option -> !winners.reachesMinimum(option));
        if (!belowMinimum.isEmpty()) {
            return belowMinimum;
        }
        if (settings.cutoffElimination().orElse(false)) {
            return these(racing, option -> !threshold.reachedBy(piles.tally(option)));
        }
        var batch = batch(racing, gone);
        return batch.cardinality() > 1 ? batch : weakest(racing, words);
    }

    private static BitSet these(List<Integer> racing, Predicate<Integer> which) {
        var found = new BitSet();
        racing.stream().filter(which).forEach(found::set);
        return found;
    }

    /** Finds the largest group at the bottom that together has fewer than the next option above it. */
    private BitSet batch(List<Integer> racing, BitSet gone) {
        var batch = new BitSet();
        if (!settings.batchElimination().orElse(false)) {
            return batch;
        }
        var keepsTwo = settings.continueUntilTwoCandidatesRemain().orElse(false);
        var upwards = racing.stream().sorted(Comparator.comparing(piles::tally)).toList();
        var below = BigInteger.ZERO;
        for (var seen = 0; seen < upwards.size(); seen++) {
            var next = piles.tally(upwards.get(seen));
            var leavesOne = keepsTwo && seen + gone.cardinality() == inRace - 1;
            if (below.compareTo(next) < 0 && !leavesOne) {
                upwards.subList(0, seen).forEach(batch::set);
            }
            below = below.add(next);
        }
        return batch;
    }

    private BitSet weakest(List<Integer> racing, List<String> words) {
        var fewest =
                racing.stream().map(piles::tally).min(Comparator.naturalOrder()).orElseThrow();
        var tied = racing.stream()
                .filter(option -> piles.tally(option).equals(fewest))
                .toList();
        var out = new BitSet();
        out.set(tied.size() == 1 ? tied.getFirst() : ties.selected(false, tied, words));
        return out;
    }
}
