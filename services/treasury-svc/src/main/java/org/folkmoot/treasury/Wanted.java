// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Seat;

/** What has to be looked up before orders can be ruled on. */
record Wanted(Set<Seat> seats, Set<Hash> ids, Set<Hash> holds, Set<Hash> reversed) {
    static Wanted by(List<Order> orders) {
        var wanted = new Wanted(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        orders.forEach(wanted::add);
        return wanted;
    }

    /** Whether only accounts are named, and no holds or earlier transfers. */
    boolean isOrdinary() {
        return holds.isEmpty() && reversed.isEmpty();
    }

    private void add(Order order) {
        ids.add(order.id());
        switch (order) {
            case Order.Move move -> move.legs().forEach(this::add);
            case Order.Spend spend -> add(spend.leg());
            case Order.Gather gather -> gather.seats().forEach(this::add);
            case Order.Exit exit -> exit.seats().forEach(this::add);
            case Order.SetAside hold -> add(hold.leg());
            case Order.Settle settle -> holds.add(settle.hold());
            case Order.Void end -> holds.add(end.hold());
            case Order.Reverse reverse -> {
                ids.add(reverse.transfer());
                reversed.add(reverse.transfer());
            }
            case Order.Turn turn -> add(new Seat(turn.account(), turn.asset()));
        }
    }

    private void add(Leg leg) {
        add(new Seat(leg.debit(), leg.asset()));
        add(new Seat(leg.credit(), leg.asset()));
        leg.payee().ifPresent(payee -> add(new Seat(payee, leg.asset())));
    }

    /** PostgreSQL's texts cannot have this character, so no account has. */
    private void add(Seat seat) {
        if (seat.name().indexOf(0) < 0 && seat.asset().indexOf(0) < 0) seats.add(seat);
    }

    static byte[][] bytes(Collection<Hash> hashes) {
        return hashes.stream().sorted().map(Hash::bytes).toArray(byte[][]::new);
    }
}
