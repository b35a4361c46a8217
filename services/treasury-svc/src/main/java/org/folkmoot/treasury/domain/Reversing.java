// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;

/**
 * What a reversal moves back: all of something, or a part of what went from one account to another. The parts together are never
 * more than all of it, and what is asked for without an amount is what is left.
 */
record Reversing(Map<String, Asset> assets, Optional<Done> earlier) {
    Found<List<Line>> lines(Order.Reverse reverse) {
        var name = reverse.transfer().hex();
        if (earlier.isEmpty()) return new Found.No<>(new Refusal.TransferUnknown(name));
        var moved = earlier.get();
        if (!(moved.outcome() instanceof Outcome.Posted(var lines)) || !isReversible(lines))
            return new Found.No<>(new Refusal.NotReversible(name, moved.code()));
        var all = lines.stream().map(Line::amount).reduce(BigInteger.ZERO, BigInteger::add);
        var back = moved.reversal().map(Done.Reversal::amount).orElse(BigInteger.ZERO);
        if (back.compareTo(all) >= 0)
            return new Found.No<>(new Refusal.AlreadyReversed(
                    name, moved.reversal().orElseThrow().by().hex()));
        if (lines.size() == 1) return part(reverse, lines.getFirst(), all.subtract(back));
        return reverse.amount().isPresent()
                ? new Found.No<>(new Refusal.NotDivisible(name, lines.size()))
                : new Found.Yes<>(lines.reversed().stream().map(Line::reversed).toList());
    }

    private Found<List<Line>> part(Order.Reverse reverse, Line line, BigInteger left) {
        if (reverse.amount().isEmpty()) return new Found.Yes<>(List.of(line.reversed(left)));
        var written = reverse.amount().get();
        var part = new Moving(assets).amount(line.asset(), written);
        if (part.isEmpty()) return new Found.No<>(new Refusal.AmountInvalid(written, line.asset()));
        if (part.get().compareTo(left) <= 0) return new Found.Yes<>(List.of(line.reversed(part.get())));
        var asset = Optional.ofNullable(assets.get(line.asset())).orElseThrow();
        return new Found.No<>(
                new Refusal.ReversalExceeded(reverse.transfer().hex(), asset.decimal(left), asset.decimal(part.get())));
    }

    private static boolean isReversible(List<Line> lines) {
        return lines.stream().allMatch(line -> Permits.REVERSIBLE.contains(line.code()));
    }
}
