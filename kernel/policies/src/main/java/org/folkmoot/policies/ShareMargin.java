// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Facts;

/** Finds the smallest change of the counted power, all else equal, that turns the verdict of a {@link Share}. */
final class ShareMargin {
    private final Share.Settings settings;
    private final BigInteger part;
    private final BigInteger whole;
    private final boolean passed;

    private ShareMargin(Share.Settings settings, BigInteger part, BigInteger whole) {
        this.settings = settings;
        this.part = part;
        this.whole = whole;
        this.passed = settings.reachedBy(part, whole);
    }

    static String of(Facts facts, Share.Settings settings, BigInteger part, BigInteger whole) {
        var margin = new ShareMargin(settings, part, whole);
        // A count that is also in the whole moves both sides of the comparison, another one only the counted side.
        var inside = settings.count().stream().filter(settings.of()::contains).toList();
        var outside = settings.count().stream()
                .filter(name -> !settings.of().contains(name))
                .toList();
        return Stream.of(margin.change(facts, inside, BigInteger.ONE), margin.change(facts, outside, BigInteger.ZERO))
                .flatMap(Optional::stream)
                .min((one, other) -> one.amount.compareTo(other.amount))
                .map(change -> margin.words(change))
                .orElse("No other number in " + String.join(" or ", settings.count()) + " changes this.");
    }

    private record Change(BigInteger amount, List<String> names) {}

    private String words(Change change) {
        return "It %s with %s %s in %s."
                .formatted(
                        passed ? "fails" : "passes",
                        change.amount,
                        passed ? "less" : "more",
                        String.join(" or ", change.names));
    }

    private Optional<Change> change(Facts facts, List<String> names, BigInteger moved) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var there = names.stream().map(facts.counts()::get).reduce(BigInteger.ZERO, BigInteger::add);
        return candidates(moved)
                .map(BigInteger.ONE::max)
                .filter(amount -> !passed || amount.compareTo(there) <= 0)
                .filter(amount -> turns(amount, moved))
                .min(BigInteger::compareTo)
                .map(amount -> new Change(amount, names));
    }

    private boolean turns(BigInteger amount, BigInteger moved) {
        var step = passed ? amount.negate() : amount;
        return settings.reachedBy(part.add(step), whole.add(step.multiply(moved))) != passed;
    }

    // part·q − whole·p is the distance from the boundary, and each unit of power moves it by q (or q − p). The verdict
    // turns where the distance becomes zero or one step behind it, or where the whole becomes empty or non-empty.
    private Stream<BigInteger> candidates(BigInteger moved) {
        var numerator = settings.fraction().numerator();
        var denominator = settings.fraction().denominator();
        var distance =
                part.multiply(denominator).subtract(whole.multiply(numerator)).abs();
        var perUnit = denominator.subtract(numerator.multiply(moved));
        if (perUnit.signum() <= 0) {
            return Stream.of(BigInteger.ONE, whole);
        }
        var even = distance.divide(perUnit);
        return Stream.of(even, even.add(BigInteger.ONE), whole);
    }
}
