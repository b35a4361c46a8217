// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.constitution.Asset;

/**
 * What whoever leaves with a share gives back and gets: of everything that is shared as much as the shares are of all
 * shares, both as they are before anything moves, rounded down. What rounding leaves stays with those who stay.
 */
record Leaving(Map<String, Asset> assets, Function<Seat, Optional<Account>> accounts) {
    Found<List<Line>> lines(Order.Exit exit) {
        var unknown = exit.assets().stream()
                .flatMap(List::stream)
                .filter(code ->
                        exit.pots().stream().noneMatch(pot -> pot.asset().equals(code)))
                .findFirst();
        if (unknown.isPresent()) return new Found.No<>(new Refusal.AssetUnknown(unknown.get()));
        var asset = assets.get(exit.shares());
        if (asset == null) return new Found.No<>(new Refusal.AssetUnknown(exit.shares()));
        var units = new Moving(assets).amount(exit.shares(), exit.units());
        if (units.isEmpty()) return new Found.No<>(new Refusal.AmountInvalid(exit.units(), exit.shares()));
        var own = spendable(new Seat(exit.member(), exit.shares()));
        return units.get().compareTo(own) > 0
                ? new Found.No<>(new Refusal.UnitsInsufficient(
                        exit.member(), exit.shares(), asset.decimal(own), asset.decimal(units.get())))
                : new Found.Yes<>(lines(exit, units.get()));
    }

    private List<Line> lines(Order.Exit exit, BigInteger units) {
        var issuance = Account.issuanceName(exit.shares());
        var supply = accounts.apply(new Seat(issuance, exit.shares()))
                .orElseThrow(() -> new IllegalStateException("shares that nobody issued: " + exit.shares()))
                .balance()
                .negate();
        var lines = new ArrayList<Line>();
        lines.add(new Line(Transfer.Code.REDEEMED, exit.member(), issuance, exit.shares(), units));
        for (var pot : exit.wanted()) {
            var share = share(units, spendable(new Seat(pot.account(), pot.asset())), supply);
            if (share.signum() > 0)
                lines.add(new Line(Transfer.Code.SHARED, pot.account(), exit.member(), pot.asset(), share));
        }
        return lines;
    }

    /** What is due for so many of all shares; nothing where more shares are held than were issued, as of what was credit before. */
    static BigInteger share(BigInteger units, BigInteger available, BigInteger supply) {
        if (supply.compareTo(units) < 0) return BigInteger.ZERO;
        return units.multiply(available.max(BigInteger.ZERO)).divide(supply);
    }

    private BigInteger spendable(Seat seat) {
        return accounts.apply(seat).map(Account::spendable).orElse(BigInteger.ZERO);
    }
}
