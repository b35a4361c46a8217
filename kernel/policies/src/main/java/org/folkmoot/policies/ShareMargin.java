// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
        var inside = new ArrayList<String>();
        var outside = new ArrayList<String>();
        // What is measured and not counted, no ballot moves.
        settings.count().stream()
                .filter(facts.counts()::containsKey)
                .forEach(name -> (whole.contains(name) ? inside : outside).add(name));
        return smaller(change(inside, BigInteger.ONE), change(outside, BigInteger.ZERO))
                .map(this::words)
                .orElseGet(() -> "No other number in " + String.join(" or ", settings.count()) + " changes this.");
    }

    private static Optional<Change> smaller(Optional<Change> one, Optional<Change> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isPresent() ? one : other;
        }
        return one.get().amount.compareTo(other.get().amount) <= 0 ? one : other;
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
        var there = BigInteger.ZERO;
        for (var name : names) {
            there = there.add(facts.counts().getOrDefault(name, BigInteger.ZERO));
        }
        return there;
    }

    private Optional<BigInteger> straight(List<String> names, BigInteger moved) {
        var there = there(names);
        var least = Optional.<BigInteger>empty();
        for (var candidate : candidates(moved)) {
            var amount = candidate.max(BigInteger.ONE);
            var can = !passed || amount.compareTo(there) <= 0;
            if (can && (least.isEmpty() || amount.compareTo(least.get()) < 0) && turns(amount, moved)) {
                least = Optional.of(amount);
            }
        }
        return least;
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
    private List<BigInteger> candidates(BigInteger moved) {
        var numerator = sides.share().numerator();
        var denominator = sides.share().denominator();
        var distance = sides.part()
                .multiply(denominator)
                .subtract(sides.whole().multiply(numerator))
                .abs();
        var perUnit = denominator.subtract(numerator.multiply(moved));
        if (perUnit.signum() <= 0) {
            return List.of(BigInteger.ONE, sides.whole());
        }
        var even = distance.divide(perUnit);
        return List.of(even, even.add(BigInteger.ONE), sides.whole());
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
        return ShareSides.reached(facts.counting(counts), settings) != passed;
    }
}
