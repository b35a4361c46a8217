// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.policy.DecisionRule;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;
import org.folkmoot.policy.Verdict;

/**
 * Asks for a share: the sum of some counts against the sum of others, or against the whole roll.
 *
 * <p>It is the rule behind {@code quorum} and {@code approval}. A share of nothing is never reached.
 */
public final class Share implements DecisionRule<Share.Settings> {
    /** The word in {@code of} that stands for the power of everybody on the roll. */
    static final String ROLL = "roll";

    /** What happens exactly on the boundary. */
    public enum Tie {
        FAILS,
        PASSES
    }

    /**
     * What is compared with what. Exactly one of {@code atLeast} and {@code moreThan} is given.
     *
     * @param count the counts that are added up
     * @param of the counts that make the whole, or {@code roll} alone
     * @param atLeast the share that must be reached (≥)
     * @param moreThan the share that must be exceeded (>)
     * @param tie says in words what the operator means on the boundary; refused if it says otherwise
     */
    public record Settings(
            List<String> count,
            List<String> of,
            Optional<Fraction> atLeast,
            Optional<Fraction> moreThan,
            Optional<Tie> tie) {
        public Settings {
            count = distinct("count", count);
            of = distinct("of", of);
            if (count.contains(ROLL)) {
                throw new IllegalArgumentException(
                        "count adds up ballots; the roll can only be what they are a share of");
            }
            if (of.contains(ROLL) && of.size() > 1) {
                throw new IllegalArgumentException("of is either roll or a list of counts, not both");
            }
            if (atLeast.isPresent() == moreThan.isPresent()) {
                throw new IllegalArgumentException("exactly one of atLeast and moreThan is needed");
            }
            var onBoundary = atLeast.isPresent() ? Tie.PASSES : Tie.FAILS;
            if (tie.isPresent() && tie.get() != onBoundary) {
                throw new IllegalArgumentException(
                        atLeast.isPresent()
                                ? "with atLeast a tie passes; a tie that fails is written moreThan"
                                : "with moreThan a tie fails; a tie that passes is written atLeast");
            }
        }

        boolean strict() {
            return moreThan.isPresent();
        }

        Fraction fraction() {
            return atLeast.or(() -> moreThan).orElseThrow();
        }

        boolean reachedBy(BigInteger part, BigInteger whole) {
            // A whole of zero is nobody: 0 of 0 would otherwise pass every "at least".
            return whole.signum() > 0
                    && (strict()
                            ? fraction().exceededBy(part, whole)
                            : fraction().reachedBy(part, whole));
        }

        private static List<String> distinct(String key, List<String> names) {
            if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
                throw new IllegalArgumentException(key + " is empty or names a count twice: " + names);
            }
            return List.copyOf(names);
        }
    }

    @Override
    public String id() {
        return "share";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Verdict judge(Facts facts, Settings settings) {
        var numerator = operands(settings.count(), facts);
        var denominator = operands(settings.of(), facts);
        var part = sum(numerator);
        var whole = sum(denominator);
        var missing = Stream.concat(settings.count().stream(), settings.of().stream())
                .filter(name -> !name.equals(ROLL) && !facts.counts().containsKey(name))
                .distinct()
                .toList();
        var passed = missing.isEmpty() && settings.reachedBy(part, whole);
        return Verdict.of(new TraceLine(
                id(),
                numerator,
                denominator,
                settings.strict() ? "moreThan" : "atLeast",
                settings.fraction().toString(),
                settings.fraction().boundaryIn(whole),
                settings.strict() ? "fails" : "passes",
                passed,
                missing.isEmpty() ? words(numerator, denominator, settings, passed) : unknown(missing),
                missing.isEmpty() ? ShareMargin.of(facts, settings, part, whole) : unknown(missing)));
    }

    private static String words(List<Operand> numerator, List<Operand> denominator, Settings settings, boolean passed) {
        var whole = sum(denominator);
        if (whole.signum() == 0) {
            return "%s is 0, and a share of nothing is never reached: fails.".formatted(names(denominator));
        }
        return "%s is %s, %s %s of %s (%s), which is %s: %s."
                .formatted(
                        names(numerator),
                        sum(numerator),
                        settings.strict()
                                ? (passed ? "more than" : "not more than")
                                : (passed ? "at least" : "less than"),
                        settings.fraction(),
                        names(denominator),
                        whole,
                        settings.fraction().boundaryIn(whole),
                        passed ? "passes" : "fails");
    }

    private static String unknown(List<String> missing) {
        return "This voting method has no count named " + String.join(", ", missing) + ": fails.";
    }

    private static List<Operand> operands(List<String> names, Facts facts) {
        return names.stream()
                .map(name -> new Operand(
                        name,
                        name.equals(ROLL) ? facts.rollPower() : facts.counts().getOrDefault(name, BigInteger.ZERO)))
                .toList();
    }

    private static String names(List<Operand> operands) {
        return operands.stream().map(Operand::name).collect(Collectors.joining(" + "));
    }

    private static BigInteger sum(List<Operand> operands) {
        return operands.stream().map(Operand::value).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
