// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.constitution.Asset;

/**
 * What each of several accounts gives to an amount: as much as it has to spend, not more than its most and not below what is to be
 * left in it, until there is enough. An account that is not there has nothing to give.
 */
record Gathering(Map<String, Asset> assets, Function<Seat, Optional<Account>> accounts) {
    Found<List<Line>> lines(Order.Gather order) {
        var asset = assets.get(order.asset());
        if (order.sources().isEmpty() || order.sources().size() > Leg.MOST)
            return new Found.No<>(new Refusal.LegsInvalid(order.sources().size()));
        if (asset == null) return new Found.No<>(new Refusal.AssetUnknown(order.asset()));
        var amount = amount(asset, order.amount());
        if (amount.isEmpty()) return invalid(asset, order.amount());
        var named = new HashSet<>(List.of(order.to()));
        for (var source : order.sources())
            if (!named.add(source.account())) return new Found.No<>(new Refusal.SameAccount(source.account()));
        return lines(order, asset, amount.get());
    }

    private Found<List<Line>> lines(Order.Gather order, Asset asset, BigInteger amount) {
        var lines = new ArrayList<Line>();
        var left = amount;
        for (var source : order.sources()) {
            var max = amount(asset, source.max());
            var keep = amount(asset, source.keep());
            if (max.isEmpty()) return invalid(asset, source.max().orElse(""));
            if (keep.isEmpty()) return invalid(asset, source.keep().orElse(""));
            var given = given(new Seat(source.account(), asset.code()), max.get(), keep.get(), left);
            if (given.signum() > 0)
                lines.add(new Line(Transfer.Code.DECIDED, source.account(), order.to(), asset.code(), given));
            left = left.subtract(given);
        }
        return left.signum() == 0
                ? new Found.Yes<>(lines)
                : new Found.No<>(new Refusal.SourcesInsufficient(
                        asset.code(), asset.decimal(amount.subtract(left)), asset.decimal(amount)));
    }

    private BigInteger given(Seat seat, Optional<BigInteger> max, Optional<BigInteger> keep, BigInteger left) {
        var account = accounts.apply(seat);
        if (account.isEmpty()) return BigInteger.ZERO;
        var most = account.get().available().orElse(left).min(left);
        if (max.isPresent()) most = most.min(max.get());
        if (keep.isPresent()) most = most.min(account.get().spendable().subtract(keep.get()));
        return most.max(BigInteger.ZERO);
    }

    private Optional<BigInteger> amount(Asset asset, String written) {
        return new Moving(assets).amount(asset.code(), written);
    }

    /** Nothing where something is said that is no amount. */
    private Optional<Optional<BigInteger>> amount(Asset asset, Optional<String> written) {
        return written.isEmpty()
                ? Optional.of(Optional.empty())
                : amount(asset, written.get()).map(Optional::of);
    }

    private static Found<List<Line>> invalid(Asset asset, String written) {
        return new Found.No<>(new Refusal.AmountInvalid(written, asset.code()));
    }
}
