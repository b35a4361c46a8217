// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.TraceLine;

/**
 * How close a decision was: the smallest change of a single count that turns it, all else and all times being equal.
 *
 * <p>A count is changed to anything from 0 to the power of the roll. The search is exact where each rule's verdict turns at
 * most once between two of the amounts that it looks at: the powers of two from the count, from zero, and from every number
 * that the rules could compare it with.
 *
 * @param turns the smallest change of each count that turns the decision, the smallest of all first
 * @param ties the rules that were decided by what the policy says of a tie
 * @param roundings the rules that would have come out otherwise without their rounding
 */
public record Margin(List<Turn> turns, List<String> ties, List<String> roundings) {
    /**
     * A change that turns the decision.
     *
     * @param chamber the chamber that counts
     * @param count the name of the count
     * @param from what was counted
     * @param to what would have turned the decision
     */
    public record Turn(String chamber, String count, BigInteger from, BigInteger to) {
        /** How much that is. */
        public BigInteger amount() {
            return to.subtract(from).abs();
        }

        /** The change in words: {@code 3 more in for}. */
        public String words() {
            return amount() + (to.compareTo(from) > 0 ? " more" : " less") + " in " + count;
        }
    }

    public Margin {
        turns = List.copyOf(turns);
        ties = List.copyOf(ties);
        roundings = List.copyOf(roundings);
    }

    /** How close the decision of a stage was, or would be if it were taken now. */
    public static Margin of(Judge judge, Standing standing) {
        var stage = judge.stage(standing.stage());
        var turns = new MarginSearch(stage, standing.facts())
                .turns().stream().sorted(Comparator.comparing(Turn::amount)).toList();
        var trace = standing.decision().trace();
        return new Margin(turns, names(trace, Margin::isTie), names(trace, Margin::isRounded));
    }

    /** The smallest change of all; nothing if no single count can turn the decision. */
    public Optional<Turn> least() {
        return turns.stream().findFirst();
    }

    private static List<String> names(List<TraceLine> trace, BiPredicate<TraceLine, Fraction> which) {
        return trace.stream()
                .filter(line -> fraction(line.boundary())
                        .filter(boundary -> which.test(line, boundary))
                        .isPresent())
                .map(TraceLine::rule)
                .toList();
    }

    private static boolean isTie(TraceLine line, Fraction boundary) {
        return sum(line.denominator()).signum() > 0
                && boundary.reachedBy(sum(line.numerator()), BigInteger.ONE)
                && !boundary.exceededBy(sum(line.numerator()), BigInteger.ONE);
    }

    private static boolean isRounded(TraceLine line, Fraction boundary) {
        var part = sum(line.numerator());
        var whole = sum(line.denominator());
        var exact = fraction(line.fraction()).filter(_ -> whole.signum() > 0);
        var strict = line.operator().equals("moreThan");
        return exact.map(share -> strict
                        ? share.exceededBy(part, whole) != boundary.exceededBy(part, BigInteger.ONE)
                        : share.reachedBy(part, whole) != boundary.reachedBy(part, BigInteger.ONE))
                .orElse(false);
    }

    // A plugin may write something else than a number.
    private static Optional<Fraction> fraction(String written) {
        try {
            return Optional.of(Fraction.parse(written));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static BigInteger sum(List<Operand> operands) {
        return operands.stream().map(Operand::value).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
