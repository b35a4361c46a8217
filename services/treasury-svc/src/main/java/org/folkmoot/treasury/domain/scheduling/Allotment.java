// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer.Code;

/** What happens to an envelope when a period begins: first to what is left in it, and then it gets its amount. */
public record Allotment(Hash community, Turn turn, Budget budget, Asset asset) {
    /** What the ledger is asked to do, in order. What is set aside is not left. */
    public List<Order> orders(Account envelope) {
        var orders = new ArrayList<Order>();
        var left = envelope.available().orElse(BigInteger.ZERO);
        if (left.signum() > 0) {
            switch (budget.left()) {
                case KEEP -> {}
                case RETURN -> orders.add(order("left", Code.RETURNED, budget.name(), budget.from(), left));
                case BURN ->
                    orders.add(order("left", Code.RETURNED, budget.name(), Account.issuanceName(asset.code()), left));
            }
        }
        orders.add(order("amount", Code.ALLOTTED, budget.from(), budget.name(), budget.amount()));
        return orders;
    }

    private Order order(String part, Code code, String from, String to, BigInteger amount) {
        return new Order.Move(
                turn.id(community, Map.of("part", part)),
                code,
                List.of(new Leg(from, to, asset.code(), asset.decimal(amount))),
                turn.constitution(),
                turn.memo());
    }
}
