// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;

/** What every method that chooses among options asks of a question, and how a ballot names an option. */
final class Options {
    private Options() {}

    /** Refuses a question without two different options. */
    static void check(Question question) {
        var options = question.options();
        if (options.size() < 2 || new HashSet<>(options).size() < options.size()) {
            throw new InvalidQuestion("There is nothing to choose: two or more different options are needed.");
        }
    }

    /** Reads the number of an option, from 0. */
    static int number(Object value, Question question) {
        var number = InstantRunoff.option(value);
        var options = question.options().size();
        if (number < 0 || number >= options) {
            throw new InvalidChoice("There is no option " + value + "; they are numbered 0 to " + (options - 1) + ".");
        }
        return number;
    }

    /** Reads a list of different options. */
    static List<Integer> numbers(List<?> values, Question question) {
        var numbers = values.stream().map(value -> number(value, question)).toList();
        if (new HashSet<>(numbers).size() < numbers.size()) {
            throw new InvalidChoice("An option is named twice.");
        }
        return numbers;
    }

    /** What a map calls the options: their numbers, as text. */
    static List<String> keys(Question question) {
        return IntStream.range(0, question.options().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** A setting that is a small number from {@code least}. */
    static int bounded(long value, long least, long most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is a whole number from " + least + " to " + most);
        }
        return (int) value;
    }
}
