// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.policy.Comparison;
import org.folkmoot.policy.Comparison.Rounding;
import org.folkmoot.policy.Curve;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Threshold;

/**
 * Turns a comparison into half-spaces: some alternatives, each of them inequalities that hold together.
 *
 * <p>Sums of votes are whole numbers, so more than n is at least n + 1, and a rounded boundary moves the bound by a part of
 * one: nothing is lost. Only a threshold that follows the ballots bends; of that, the half-space that holds more is taken.
 */
final class Halves {
    private final Comparison comparison;
    private final Ground ground;
    private final Map<String, Fraction> rates;

    private Halves(Comparison comparison, Ground ground, Map<String, Fraction> rates) {
        this.comparison = comparison;
        this.ground = ground;
        this.rates = rates;
    }

    /** The alternatives under which the comparison is reached, or those under which it is not. */
    static List<List<Inequality>> of(
            Comparison comparison, boolean reached, Ground ground, Map<String, Fraction> rates) {
        return new Halves(comparison, ground, rates).alternatives(reached);
    }

    private List<List<Inequality>> alternatives(boolean reached) {
        var share = share(reached);
        var part = ground.sum(comparison.count());
        var whole = comparison.absolute()
                ? Optional.of(Affine.constant(BigInteger.ONE))
                : ground.sum(comparison.of())
                        .flatMap(all -> ground.sum(comparison.less()).map(all::minus));
        // What cannot be judged fails.
        if (share.isEmpty() || part.isEmpty() || whole.isEmpty()) {
            return reached ? List.of() : List.of(List.of());
        }
        return comparison
                .pad()
                .map(pad -> padded(pad, part.get(), whole.get(), share.get(), reached))
                .orElseGet(() -> compared(part.get(), whole.get(), share.get(), reached));
    }

    private Optional<Fraction> share(boolean reached) {
        var threshold = comparison.threshold();
        return bends(threshold) ? Optional.of(reached ? threshold.least() : threshold.most()) : now(threshold);
    }

    private static boolean bends(Threshold threshold) {
        return threshold instanceof Curve && !threshold.moves();
    }

    private Optional<Fraction> now(Threshold threshold) {
        var nobody = new Facts(0, Map.of(), BigInteger.ZERO, 0, List.of(), Map.of(), rates);
        return threshold.at(nobody);
    }

    private List<List<Inequality>> padded(
            Comparison.Padding pad, Affine part, Affine whole, Fraction share, boolean reached) {
        var of = ground.sum(pad.of());
        var with = ground.sum(pad.with());
        // A baseline that follows the ballots asks for nothing here; whoever finds ballots must still ask the rule.
        if (bends(pad.upTo())) {
            return List.of(List.of());
        }
        var upTo = now(pad.upTo());
        if (of.isEmpty() || with.isEmpty() || upTo.isEmpty()) {
            return reached ? List.of() : List.of(List.of());
        }
        var up = upTo.get().numerator();
        var to = upTo.get().denominator();
        var missing = of.get().times(up).minus(with.get().times(to));
        var all = new ArrayList<List<Inequality>>();
        compared(part, whole, share, reached).forEach(these -> all.add(and(these, missing.atMost(0))));
        // The number that it is padded up to: the share of the roll, rounded up.
        var most = ground.fresh(BigInteger.ZERO);
        var ceiling = most.times(to).minus(of.get().times(up));
        compared(part, whole.plus(most).minus(with.get()), share, reached)
                .forEach(these -> all.add(and(
                        these,
                        missing.atLeast(1),
                        ceiling.atLeast(0),
                        ceiling.minus(Affine.constant(to)).atMost(-1))));
        return all;
    }

    private List<List<Inequality>> compared(Affine part, Affine whole, Fraction share, boolean reached) {
        // Twice everything, so that half a vote is a whole number.
        var distance = part.times(share.denominator().shiftLeft(1))
                .minus(whole.times(share.numerator().shiftLeft(1)))
                .plus(shift().multiply(share.denominator()));
        var bound = strict() ? 1 : 0;
        var something = asksForSomething(share);
        if (reached) {
            var enough = List.of(whole.atLeast(1), distance.atLeast(bound));
            return List.of(something ? and(enough, part.atLeast(1)) : enough);
        }
        var ways = new ArrayList<List<Inequality>>();
        ways.add(List.of(distance.atMost(bound - 1L)));
        if (something) {
            ways.add(List.of(part.atMost(0)));
        }
        if (!whole.isConstant() || whole.constant().signum() <= 0) {
            ways.add(List.of(whole.atMost(0)));
        }
        return ways;
    }

    /** Whether rounding would let nothing reach a share of something, which it does not. */
    private boolean asksForSomething(Fraction share) {
        return share.numerator().signum() > 0
                && !comparison.strict()
                && comparison.round().filter(how -> how != Rounding.UP).isPresent();
    }

    /** By how many halves of a vote rounding moves the bound. */
    private BigInteger shift() {
        return BigInteger.valueOf(comparison
                .round()
                .map(how -> switch (how) {
                    case UP -> comparison.strict() ? -2L : 0L;
                    case DOWN -> comparison.strict() ? 0L : 2L;
                    case NEAREST -> comparison.strict() ? -1L : 1L;
                })
                .orElse(0L));
    }

    private boolean strict() {
        return comparison.round().map(how -> how != Rounding.UP).orElse(comparison.strict());
    }

    private static List<Inequality> and(List<Inequality> these, Inequality... more) {
        var all = new ArrayList<>(these);
        all.addAll(List.of(more));
        return all;
    }
}
