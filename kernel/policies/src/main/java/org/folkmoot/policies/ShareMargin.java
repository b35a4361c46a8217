// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Facts;

/** Finds the smallest change of the counted power, all else equal, that turns the verdict of a {@link Share}. */
final class ShareMargin {
    private final Facts facts;
    private final Share.Settings settings;
    private final ShareSides sides;
    private final boolean passed;

    private ShareMargin(Facts facts, Share.Settings settings, ShareSides sides) {
        this.facts = facts;
        this.settings = settings;
        this.sides = sides;
        this.passed = sides.reached();
    }

    static String of(Facts facts, Share.Settings settings, ShareSides sides) {
        return new ShareMargin(facts, settings, sides).words();
    }

    private record Change(BigInteger amount, List<String> names) {}

    private String words() {
        // A count that is also in the whole moves both sides of the comparison, another one only the counted side.
        var whole = settings.of().orElse(List.of());
        // What is measured and not counted, no ballot moves.
        var counted =
                settings.count().stream().filter(facts.counts()::containsKey).toList();
        var inside = counted.stream().filter(whole::contains).toList();
        var outside = counted.stream().filter(name -> !whole.contains(name)).toList();
        return Stream.of(change(inside, BigInteger.ONE), change(outside, BigInteger.ZERO))
                .flatMap(Optional::stream)
                .min((one, other) -> one.amount.compareTo(other.amount))
                .map(this::words)
                .orElseGet(() -> "No other number in " + String.join(" or ", settings.count()) + " changes this.");
    }

    private String words(Change change) {
        return "It " + (passed ? "fails" : "passes") + " with " + change.amount + (passed ? " less" : " more") + " in "
                + String.join(" or ", change.names) + ".";
    }

    private Optional<Change> change(List<String> names, BigInteger moved) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var amount = settings.plain() ? straight(names, moved) : searched(names);
        return amount.map(found -> new Change(found, names));
    }

    private BigInteger there(List<String> names) {
        return names.stream().map(facts.counts()::get).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private Optional<BigInteger> straight(List<String> names, BigInteger moved) {
        var there = there(names);
        return candidates(moved)
                .map(BigInteger.ONE::max)
                .filter(amount -> !passed || amount.compareTo(there) <= 0)
                .filter(amount -> turns(amount, moved))
                .min(BigInteger::compareTo);
    }

    private boolean turns(BigInteger amount, BigInteger moved) {
        var step = passed ? amount.negate() : amount;
        var whole = sides.whole().add(step.multiply(moved));
        var part = sides.part().add(step);
        var reached = whole.signum() > 0
                && (sides.strict()
                        ? sides.share().exceededBy(part, whole)
                        : sides.share().reachedBy(part, whole));
        return reached != passed;
    }

    // part·q − whole·p is the distance from the boundary, and each unit of power moves it by q (or q − p). The verdict
    // turns where the distance becomes zero or one step behind it, or where the whole becomes empty or non-empty.
    private Stream<BigInteger> candidates(BigInteger moved) {
        var numerator = sides.share().numerator();
        var denominator = sides.share().denominator();
        var distance = sides.part()
                .multiply(denominator)
                .subtract(sides.whole().multiply(numerator))
                .abs();
        var perUnit = denominator.subtract(numerator.multiply(moved));
        if (perUnit.signum() <= 0) {
            return Stream.of(BigInteger.ONE, sides.whole());
        }
        var even = distance.divide(perUnit);
        return Stream.of(even, even.add(BigInteger.ONE), sides.whole());
    }

    // What bends has no formula. The verdict turns once as a count grows, so halving finds where.
    private Optional<BigInteger> searched(List<String> names) {
        var most = passed
                ? there(names)
                : sides.whole().max(sides.boundary().ceiling()).shiftLeft(1).add(BigInteger.TWO);
        if (most.signum() <= 0 || !turns(names, most)) {
            return Optional.empty();
        }
        var no = BigInteger.ZERO;
        while (most.subtract(no).compareTo(BigInteger.ONE) > 0) {
            var middle = no.add(most).shiftRight(1);
            if (turns(names, middle)) {
                most = middle;
            } else {
                no = middle;
            }
        }
        return Optional.of(most);
    }

    private boolean turns(List<String> names, BigInteger amount) {
        var counts = new LinkedHashMap<>(facts.counts());
        var left = amount;
        for (var name : names) {
            var step = passed ? left.min(counts.getOrDefault(name, BigInteger.ZERO)) : left;
            counts.merge(name, passed ? step.negate() : step, BigInteger::add);
            left = left.subtract(step);
        }
        return ShareSides.of(facts.counting(counts), settings).reached() != passed;
    }
}
