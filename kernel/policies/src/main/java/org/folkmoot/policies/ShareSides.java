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
                settings.round().map(how -> rounded(exact, how)).orElse(exact),
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
        var asked = upTo.times(new Fraction(sum(operands(pad.of(), facts)), BigInteger.ONE));
        var missing = asked.ceiling().subtract(sum(operands(pad.with(), facts)));
        return missing.signum() > 0 ? Optional.of(new Operand("padding", missing)) : Optional.empty();
    }

    private static Fraction rounded(Fraction boundary, Share.Rounding how) {
        var whole = switch (how) {
            case UP -> boundary.ceiling();
            case DOWN -> boundary.floor();
            case NEAREST -> boundary.plus(Fraction.of(1, 2)).floor();
        };
        return new Fraction(whole, BigInteger.ONE);
    }

    private static List<Operand> operands(List<String> names, Facts facts) {
        return names.stream()
                .map(name -> new Operand(name, Sums.find(name, facts).orElse(BigInteger.ZERO)))
                .toList();
    }

    private static BigInteger sum(List<Operand> operands) {
        return operands.stream().map(Operand::value).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
