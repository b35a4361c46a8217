// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SignedAct;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Seat;

/**
 * What a member signed to be done: one or many orders, each all or nothing and each for itself.
 *
 * @param lines the bytes that the act names by their hash
 */
public record SignedOrders(SignedAct act, List<Order> orders, Optional<byte[]> lines) {
    /** The community whose ledger it is about. */
    public Hash community() {
        return act.act().community();
    }

    /** The orders of all of them, one after the other. */
    static List<Order> together(List<SignedOrders> signed) {
        return signed.stream().flatMap(one -> one.orders.stream()).toList();
    }

    /** The accounts that it touches. */
    public Set<Seat> seats() {
        return Wanted.by(orders).seats();
    }

    Hash actor() {
        return act.act().actor();
    }

    PublicKey key() {
        return act.act().key();
    }
}
