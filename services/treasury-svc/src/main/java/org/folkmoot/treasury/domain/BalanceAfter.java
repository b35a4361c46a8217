// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Asset;

/**
 * What is left in the account that somebody paid out of, right after that.
 *
 * @param minor in minor units: what is posted, also if some of it is set aside
 */
public record BalanceAfter(Asset asset, BigInteger minor) {
    /** As people write it. */
    public String decimal() {
        return asset.decimal(minor);
    }

    /** What is left of what an order was paid out of, if it is one that somebody signed to pay or to spend and it was done. */
    static List<BalanceAfter> of(Order order, Outcome outcome, Map<String, Asset> assets, Map<Seat, Account> accounts) {
        if (!isPayment(order) || !(outcome instanceof Outcome.Posted(var lines))) return List.of();
        if (lines.size() == 1) return List.of(of(seat(lines.getFirst()), assets, accounts));
        return lines.stream()
                .map(BalanceAfter::seat)
                .distinct()
                .map(seat -> of(seat, assets, accounts))
                .toList();
    }

    private static boolean isPayment(Order order) {
        return switch (order) {
            case Order.Move move -> move.code() == Transfer.Code.PAID;
            case Order.Spend _ -> true;
            case Order.Gather _,
                    Order.SetAside _,
                    Order.Settle _,
                    Order.Void _,
                    Order.Reverse _,
                    Order.Turn _,
                    Order.Exit _ -> false;
        };
    }

    private static Seat seat(Line line) {
        return new Seat(line.debit(), line.asset());
    }

    private static BalanceAfter of(Seat seat, Map<String, Asset> assets, Map<Seat, Account> accounts) {
        var asset = assets.get(seat.asset());
        var account = accounts.get(seat);
        if (asset == null || account == null) throw new IllegalStateException("paid out of nothing: " + seat);
        return new BalanceAfter(asset, account.balance());
    }
}
