// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

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
