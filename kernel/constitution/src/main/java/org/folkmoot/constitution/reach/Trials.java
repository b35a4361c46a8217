// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.folkmoot.constitution.Bound;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Question;

/** Votes at the ends: nobody votes, and all vote alike. */
final class Trials {
    private static final List<Question> QUESTIONS =
            List.of(new Question("trial", List.of()), new Question("trial", List.of("first", "second")));
    // A ballot in each of the forms that methods use; a method that knows none of them is not tried.
    private static final List<Object> CHOICES = List.of(
            "for",
            "against",
            "abstain",
            List.of(List.of(0L)),
            List.of(List.of(0L), List.of(1L)),
            List.of(0L),
            0L,
            Map.of("0", 1L),
            "first");

    private static final long LARGEST = 1L << 20;

    private final Roll roll;
    private final Map<String, Fraction> rates;
    private final Facts nobody;
    private final List<Facts> alike = new ArrayList<>();

    Trials(Bound.Method<?> method, Roll roll, Map<String, Fraction> rates) {
        this.roll = roll;
        this.rates = rates;
        var zero = new LinkedHashMap<String, BigInteger>();
        method.counts().forEach(count -> zero.put(count, BigInteger.ZERO));
        if (method.countsAreChoices()) {
            nobody = facts(zero);
            method.counts().forEach(count -> alike.add(all(zero, count)));
        } else {
            nobody = tallied(method, zero);
        }
    }

    private Facts all(Map<String, BigInteger> zero, String count) {
        var counts = new LinkedHashMap<>(zero);
        counts.put(count, roll.power());
        return facts(counts);
    }

    private Facts tallied(Bound.Method<?> method, Map<String, BigInteger> zero) {
        for (var question : QUESTIONS) {
            if (accepts(method, question)) {
                choices(method, question).stream()
                        .map(choice ->
                                method.tally(List.of(new Counted(choice, roll.members(), roll.power())), question))
                        .map(result ->
                                Facts.of(result, roll.power(), roll.members()).with(roll.measures(), rates))
                        .forEach(alike::add);
                return Facts.of(method.tally(List.of(), question), roll.power(), roll.members())
                        .with(roll.measures(), rates);
            }
        }
        return facts(zero);
    }

    /** The ballots that a method takes, with the largest scores and convictions among them. */
    private static List<Object> choices(Bound.Method<?> method, Question question) {
        var choices = new ArrayList<>(CHOICES.stream()
                .filter(choice -> accepts(method, question, choice))
                .toList());
        largest(method, question, score -> Map.of("0", score)).ifPresent(choices::add);
        for (var vote : List.of("for", "against", "abstain")) {
            largest(method, question, conviction -> Map.of("vote", vote, "conviction", conviction))
                    .ifPresent(choices::add);
        }
        return choices;
    }

    /** The choice with the largest number that a method takes, as far as {@value #LARGEST}. */
    private static Optional<Object> largest(Bound.Method<?> method, Question question, LongFunction<Object> choice) {
        if (!accepts(method, question, choice.apply(1))) {
            return Optional.empty();
        }
        var taken = 1L;
        for (var step = LARGEST / 2; step > 0; step /= 2) {
            if (accepts(method, question, choice.apply(taken + step))) {
                taken += step;
            }
        }
        return Optional.of(choice.apply(taken));
    }

    /** Facts with these counts. */
    Facts facts(Map<String, BigInteger> counts) {
        var ballots = counts.values().stream()
                .reduce(BigInteger.ZERO, BigInteger::add)
                .min(BigInteger.valueOf(roll.members()))
                .longValueExact();
        return new Facts(ballots, counts, roll.power(), roll.members(), List.of(), roll.measures(), rates);
    }

    Facts nobody() {
        return nobody;
    }

    List<Facts> alike() {
        return List.copyOf(alike);
    }

    List<Facts> all() {
        var all = new ArrayList<>(alike);
        all.add(nobody);
        return all;
    }

    /** Whether in some of these votes there was anything that the rule counts, and anything that it is a share of. */
    boolean speakOf(Clause clause) {
        return alike.stream()
                .map(clause::line)
                .anyMatch(line -> sum(line.numerator()).signum() > 0
                        && sum(line.denominator()).signum() > 0);
    }

    private static BigInteger sum(List<Operand> operands) {
        return operands.stream().map(Operand::value).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The votes of all alike that bring most to what the rule counts. */
    Facts best(Clause clause) {
        return alike.stream()
                .max(Comparator.comparing(facts -> sum(clause.line(facts).numerator())))
                .orElse(nobody);
    }

    private static boolean accepts(Bound.Method<?> method, Question question) {
        try {
            method.checkQuestion(question);
            return true;
        } catch (InvalidQuestion _) {
            return false;
        }
    }

    private static boolean accepts(Bound.Method<?> method, Question question, Object choice) {
        try {
            method.check(choice, question);
            return true;
        } catch (InvalidChoice _) {
            return false;
        }
    }
}
