// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Decides between options that hold the same in a count of rankings, by the rule that was stated, and says so. */
final class RankedTies {
    private final List<String> options;
    private final RankedTieBreak rule;
    private final List<String> order;
    private final SeededDraws draws;
    private final List<Map<String, BigInteger>> before;

    RankedTies(List<String> options, RankedChoice.Settings settings, List<Map<String, BigInteger>> before) {
        this.options = options;
        this.before = before;
        rule = settings.tieBreak().orElse(RankedTieBreak.PREVIOUS_ROUND_COUNTS);
        draws = new SeededDraws(settings.seed().orElse(0L));
        order = new ArrayList<>(settings.candidateOrder().orElse(options));
        order.removeAll(settings.neverWins().orElse(List.of()));
        if (rule == RankedTieBreak.GENERATE_PERMUTATION) {
            Collections.sort(order);
            draws.shuffle(order);
        }
    }

    /** Which of those that are tied wins, or goes out. */
    int selected(boolean winner, List<Integer> tied, List<String> words) {
        var names = new ArrayList<>(tied.stream().map(options::get).toList());
        Collections.sort(names);
        var selected = switch (rule) {
            case USE_CANDIDATE_ORDER, GENERATE_PERMUTATION -> byOrder(winner, names);
            case RANDOM -> names.get(draws.place(names.size()));
            case PREVIOUS_ROUND_COUNTS, PREVIOUS_ROUND_COUNTS_THEN_RANDOM -> byEarlierRounds(winner, names);
        };
        words.add("Tied: " + String.join(", ", names) + ". By " + how() + ": " + selected
                + (winner ? " is elected." : " goes out."));
        return options.indexOf(selected);
    }

    private String how() {
        return switch (rule) {
            case USE_CANDIDATE_ORDER -> "the order of candidates";
            case GENERATE_PERMUTATION -> "the order of candidates that the seed shuffled";
            case RANDOM -> "a draw by the seed";
            case PREVIOUS_ROUND_COUNTS -> "the previous rounds, then the order of candidates";
            case PREVIOUS_ROUND_COUNTS_THEN_RANDOM -> "the previous rounds, then a draw by the seed";
        };
    }

    // Whoever is in no order, such as undeclared write-ins, is neither preferred nor passed over for another.
    private String byOrder(boolean winner, List<String> names) {
        var found = order.stream().filter(names::contains).toList();
        if (found.isEmpty()) {
            return names.getLast();
        }
        return winner ? found.getFirst() : found.getLast();
    }

    private String byEarlierRounds(boolean winner, List<String> names) {
        var left = names;
        for (var tally : before.reversed()) {
            Comparator<String> held = Comparator.comparing(name -> tally.getOrDefault(name, BigInteger.ZERO));
            var best = Collections.max(left, winner ? held : held.reversed());
            // The order in which a set gives its members decides what the draw below falls on.
            left = new HashSet<>(left)
                    .stream().filter(name -> held.compare(name, best) == 0).toList();
            if (left.size() == 1) {
                return left.getFirst();
            }
        }
        return rule == RankedTieBreak.PREVIOUS_ROUND_COUNTS
                ? byOrder(winner, left)
                : left.get(draws.place(left.size()));
    }
}
