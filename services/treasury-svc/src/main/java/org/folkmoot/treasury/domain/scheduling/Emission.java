// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Schedules.Income;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer.Code;

/** What is issued to everybody for a period: the same to each, to all or to nobody. */
public record Emission(Hash community, Turn turn, Income income, Asset asset) {
    /** What so many get together. */
    public BigInteger together(long members) {
        return income.amount().multiply(BigInteger.valueOf(members));
    }

    /** How one member gets it. */
    public Order order(Hash member) {
        return new Order.Move(
                turn.id(community, Map.of("member", member.hex())),
                Code.EMITTED,
                List.of(new Leg(
                        Account.issuanceName(asset.code()),
                        org.folkmoot.constitution.Account.MEMBER + member.hex(),
                        asset.code(),
                        asset.decimal(income.amount()))),
                turn.constitution(),
                turn.memo());
    }
}
