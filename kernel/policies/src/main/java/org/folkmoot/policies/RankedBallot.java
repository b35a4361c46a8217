// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.Arrays;
import java.util.List;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;

/** Reads a ranking such as {@code [[2], [0, 1]]}: ranks from the best, each a list of option numbers from 0. */
final class RankedBallot {
    /** The rank of an option that the ballot leaves out. */
    static final int UNRANKED = Integer.MAX_VALUE;

    private RankedBallot() {}

    /** The rank of each option, counted from 0; options at one rank are level, and an empty rank says nothing. */
    static int[] of(Object choice, Question question) {
        if (!(choice instanceof List<?> ranks)) {
            throw new InvalidChoice("The choice is a list of ranks, such as [[2],[0]].");
        }
        if (ranks.size() > question.options().size()) {
            throw new InvalidChoice("The choice has more ranks than there are options.");
        }
        var found = new int[question.options().size()];
        Arrays.fill(found, UNRANKED);
        for (var rank = 0; rank < ranks.size(); rank++) {
            if (!(ranks.get(rank) instanceof List<?> level)) {
                throw new InvalidChoice("A rank is a list of option numbers.");
            }
            for (var value : level) {
                var option = Options.number(value, question);
                if (found[option] != UNRANKED) {
                    throw new InvalidChoice("Option " + option + " is ranked twice.");
                }
                found[option] = rank;
            }
        }
        return found;
    }

    /** Refuses a ranking that does not have every option at a rank of its own. */
    static void checkComplete(Object choice, Question question) {
        var ranks = of(choice, question);
        var different = Arrays.stream(ranks).filter(rank -> rank != UNRANKED).distinct();
        if (different.count() < ranks.length) {
            throw new InvalidChoice("The choice must rank every option, each at a rank of its own.");
        }
    }

    static boolean isBlank(int[] ranks) {
        return Arrays.stream(ranks).allMatch(rank -> rank == UNRANKED);
    }
}
