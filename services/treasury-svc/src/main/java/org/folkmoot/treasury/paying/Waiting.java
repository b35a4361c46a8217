// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import java.util.List;
import java.util.Set;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Seat;

/** A payment, the accounts that it touches, and who waits for what becomes of it. */
final class Waiting {
    private final SignedOrders payment;
    private final PaymentWriter.Answered answered;
    private final List<Place> places;
    private long taken;

    Waiting(SignedOrders payment, PaymentWriter.Answered answered) {
        this(payment, payment.seats(), answered);
    }

    Waiting(SignedOrders payment, Set<Seat> seats, PaymentWriter.Answered answered) {
        this.payment = payment;
        this.answered = answered;
        this.places =
                seats.stream().map(seat -> new Place(payment.community(), seat)).toList();
    }

    /** An account of a community. */
    record Place(Hash community, Seat seat) {}

    SignedOrders payment() {
        return payment;
    }

    PaymentWriter.Answered answered() {
        return answered;
    }

    Hash community() {
        return payment.community();
    }

    List<Place> places() {
        return places;
    }

    /** How many orders it counts for. */
    int orders() {
        return Math.max(1, payment.orders().size());
    }

    /** Remembers when its batch was taken. */
    void take(long nanos) {
        taken = nanos;
    }

    long taken() {
        return taken;
    }
}
