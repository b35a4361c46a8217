// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;

/** Reads a choice such as {@code {"0": 5, "2": 3}}, as the score of each option. */
final class ScoredBallot {
    private ScoredBallot() {}

    /** Reads a choice, or refuses it. */
    static long[] of(Object choice, Question question, long highest, Optional<Long> budget) {
        if (!(choice instanceof Map<?, ?> given)) {
            throw new InvalidChoice("The choice is a score by the number of the option, such as {\"0\": 5}.");
        }
        var scores = new long[question.options().size()];
        var known = 0;
        for (var option = 0; option < scores.length; option++) {
            var key = Integer.toString(option);
            if (given.containsKey(key)) {
                known++;
                scores[option] = score(given.get(key), highest);
            }
        }
        if (known < given.size()) {
            throw new InvalidChoice("The options are numbered 0 to " + (scores.length - 1) + ".");
        }
        var sum = Arrays.stream(scores).sum();
        if (budget.filter(most -> sum > most).isPresent()) {
            throw new InvalidChoice("The scores add up to " + sum + "; at most " + budget.get() + " may be given.");
        }
        return scores;
    }

    private static long score(Object value, long highest) {
        var score = switch (value) {
            case Integer number -> number.longValue();
            case Long number -> number;
            default -> -1L;
        };
        if (score < 0 || score > highest) {
            throw new InvalidChoice("A score is a whole number from 0 to " + highest + ".");
        }
        return score;
    }

    static boolean isBlank(long[] scores) {
        return Arrays.stream(scores).allMatch(score -> score == 0);
    }
}
