// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policy.Question;

/** Says who is the weaker of two options in a count of transferable votes, by the rule that the policy states. */
record TransferTies(Question question, SingleTransferableVote.Settings settings, List<List<Ratio>> stages) {
    /** The weaker first: by votes now, then as the settings say. */
    Comparator<Integer> strength(List<Ratio> votes) {
        Comparator<Integer> namedEarlier = Comparator.reverseOrder();
        Comparator<Integer> level = switch (settings.tieBreak().orElse(TieBreak.PREVIOUS_ROUNDS)) {
            case ORDER -> namedEarlier;
            case REVERSE_ORDER -> namedEarlier.reversed();
            case PREVIOUS_ROUNDS -> this::comparePreviousStages;
            case LOT ->
                Comparator.comparing(option -> Ties.lot(
                        settings.seed().orElseThrow(),
                        question.title(),
                        question.options().get(option)));
        };
        return Comparator.comparing((Integer option) -> votes.get(option))
                .thenComparing(level)
                .thenComparing(namedEarlier);
    }

    /** How it was decided that one option comes first among those with as many votes; empty where nobody has as many. */
    String words(Collection<Integer> options, int first, List<Ratio> votes) {
        var tied = options.stream()
                .filter(option -> votes.get(option).compareTo(votes.get(first)) == 0)
                .sorted()
                .map(question.options()::get)
                .toList();
        if (tied.size() < 2) {
            return "";
        }
        var by = switch (settings.tieBreak().orElse(TieBreak.PREVIOUS_ROUNDS)) {
            case ORDER -> "the order of the options";
            case REVERSE_ORDER -> "the order of the options, the last one first";
            case PREVIOUS_ROUNDS -> "the previous rounds, then the order of the options";
            case LOT -> "lot, the SHA-256 of seed, title and option";
        };
        return "Tied: " + String.join(", ", tied) + ". By " + by + ": ";
    }

    private int comparePreviousStages(Integer one, Integer other) {
        return IntStream.range(0, stages.size())
                .map(back -> stages.size() - 1 - back)
                .map(stage ->
                        stages.get(stage).get(one).compareTo(stages.get(stage).get(other)))
                .filter(compared -> compared != 0)
                .findFirst()
                .orElse(0);
    }
}
