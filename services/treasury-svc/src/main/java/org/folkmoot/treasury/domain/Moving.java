// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;

/** Reads the legs of a request: their assets, their amounts, and that each goes from one account to another. */
record Moving(Map<String, Asset> assets) {
    Found<List<Line>> lines(Order.Move move) {
        if (move.legs().isEmpty() || move.legs().size() > Leg.MOST)
            return new Found.No<>(new Refusal.LegsInvalid(move.legs().size()));
        return lines(move.code(), move.legs());
    }

    Found<List<Line>> lines(Transfer.Code code, List<Leg> legs) {
        for (var leg : legs)
            if (!assets.containsKey(leg.asset())) return new Found.No<>(new Refusal.AssetUnknown(leg.asset()));
        var amounts = new ArrayList<BigInteger>();
        for (var leg : legs) {
            var amount = amount(leg.asset(), leg.amount());
            if (amount.isEmpty()) return new Found.No<>(new Refusal.AmountInvalid(leg.amount(), leg.asset()));
            amounts.add(amount.get());
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < legs.size(); i++) {
            var leg = legs.get(i);
            if (leg.debit().equals(leg.credit()) || leg.debit().equals(leg.paid()))
                return new Found.No<>(new Refusal.SameAccount(leg.debit()));
            lines.add(new Line(code, leg.debit(), leg.credit(), leg.asset(), amounts.get(i)));
        }
        return new Found.Yes<>(lines);
    }

    /** An amount that can be moved, which is more than nothing. */
    Optional<BigInteger> amount(String asset, String written) {
        return Optional.ofNullable(assets.get(asset))
                .flatMap(known -> known.minor(written))
                .filter(minor -> minor.signum() > 0);
    }
}
