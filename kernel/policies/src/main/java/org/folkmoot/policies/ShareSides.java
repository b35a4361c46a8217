// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Operand;
import org.folkmoot.policy.Sums;

/**
 * The two sides of a {@link Share}, worked out.
 *
 * @param numerator what was counted
 * @param denominator the whole, with what was taken off or padded
 * @param part the sum of the one
 * @param whole the sum of the other
 * @param share what is asked for now
 * @param boundary that share of the whole, rounded as the settings say
 * @param strict whether the boundary must be exceeded
 * @param known whether the facts say which share is asked for, and how far the whole is padded
 */
record ShareSides(
        List<Operand> numerator,
        List<Operand> denominator,
        BigInteger part,
        BigInteger whole,
        Fraction share,
        Fraction boundary,
        boolean strict,
        boolean known) {
    private static final Fraction NO_PADDING = Fraction.of(0, 1);
    private static final Operand ONE = new Operand("one", BigInteger.ONE);

    /** Whether the share is reached: the same answer as of both sides worked out, without anything to show. */
    static boolean reached(Facts facts, Share.Settings settings) {
        var whole = settings.of().isPresent() ? sum(settings.of().get(), facts) : BigInteger.ONE;
        if (settings.less().isPresent()) {
            whole = whole.subtract(sum(settings.less().get(), facts));
        }
        if (settings.pad().isPresent()) {
            var pad = settings.pad().get();
            var upTo = pad.upTo().at(facts);
            if (upTo.isEmpty()) {
                return false;
            }
            whole = whole.add(missing(pad, upTo.get(), facts).max(BigInteger.ZERO));
        }
        var share = settings.threshold().at(facts);
        if (share.isEmpty() || whole.signum() <= 0) {
            return false;
        }
        var part = sum(settings.count(), facts);
        if (settings.round().isEmpty()) {
            return settings.strict()
                    ? share.get().exceededBy(part, whole)
                    : share.get().reachedBy(part, whole);
        }
        var exact = new Fraction(
                share.get().numerator().multiply(whole), share.get().denominator());
        var boundary = rounded(exact, settings.round().get(), settings.strict());
        return settings.strict() ? boundary.exceededBy(part, BigInteger.ONE) : boundary.reachedBy(part, BigInteger.ONE);
    }

    static ShareSides of(Facts facts, Share.Settings settings) {
        var numerator = operands(settings.count(), facts);
        var denominator = new ArrayList<Operand>();
        settings.of().ifPresentOrElse(names -> denominator.addAll(operands(names, facts)), () -> denominator.add(ONE));
        settings.less()
                .ifPresent(names -> operands(names, facts)
                        .forEach(off -> denominator.add(
                                new Operand("less " + off.name(), off.value().negate()))));
        var padded = settings.pad().map(pad -> pad.upTo().at(facts)).orElse(Optional.of(NO_PADDING));
        settings.pad()
                .flatMap(pad -> padding(pad, padded.orElseGet(() -> pad.upTo().most()), facts))
                .ifPresent(denominator::add);
        var whole = sum(denominator);
        var share = settings.threshold().at(facts);
        var asked = share.orElseGet(() -> settings.threshold().most());
        var exact = asked.times(new Fraction(whole.max(BigInteger.ZERO), BigInteger.ONE));
        return new ShareSides(
                numerator,
                List.copyOf(denominator),
                sum(numerator),
                whole,
                asked,
                settings.round()
                        .map(how -> rounded(exact, how, settings.strict()))
                        .orElse(exact),
                settings.strict(),
                share.isPresent() && padded.isPresent());
    }

    // A whole of zero is nobody: 0 of 0 would otherwise pass every "at least".
    boolean reached() {
        return known
                && whole.signum() > 0
                && (strict ? boundary.exceededBy(part, BigInteger.ONE) : boundary.reachedBy(part, BigInteger.ONE));
    }

    private static Optional<Operand> padding(Share.Pad pad, Fraction upTo, Facts facts) {
        var missing = missing(pad, upTo, facts);
        return missing.signum() > 0 ? Optional.of(new Operand("padding", missing)) : Optional.empty();
    }

    private static BigInteger missing(Share.Pad pad, Fraction upTo, Facts facts) {
        var asked = new Fraction(upTo.numerator().multiply(sum(pad.of(), facts)), upTo.denominator());
        return asked.ceiling().subtract(sum(pad.with(), facts));
    }

    // What asks for something does not ask for nothing once it is rounded: a small body would pass it in silence.
    private static Fraction rounded(Fraction boundary, Share.Rounding how, boolean strict) {
        var whole = switch (how) {
            case UP -> boundary.ceiling();
            case DOWN -> boundary.floor();
            case NEAREST -> boundary.plus(Fraction.of(1, 2)).floor();
        };
        var least = strict || boundary.numerator().signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        return new Fraction(whole.max(least), BigInteger.ONE);
    }

    private static List<Operand> operands(List<String> names, Facts facts) {
        var operands = new ArrayList<Operand>(names.size());
        for (var name : names) {
            operands.add(new Operand(name, Sums.find(name, facts).orElse(BigInteger.ZERO)));
        }
        return operands;
    }

    private static BigInteger sum(List<String> names, Facts facts) {
        var sum = BigInteger.ZERO;
        for (var name : names) {
            sum = sum.add(Sums.find(name, facts).orElse(BigInteger.ZERO));
        }
        return sum;
    }

    private static BigInteger sum(List<Operand> operands) {
        var sum = BigInteger.ZERO;
        for (var operand : operands) {
            sum = sum.add(operand.value());
        }
        return sum;
    }
}
