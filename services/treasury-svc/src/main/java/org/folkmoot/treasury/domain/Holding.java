// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/** The moves that a hold allows. It ends once: when all of it is settled, when the rest is freed, or at its deadline. */
record Holding(Map<String, Asset> assets, Map<Hash, Hold> holds) {
    /** A hold after one of its moves, and what that does to the accounts. */
    record Step(Hold after, List<Line> lines) {}

    Found<Step> place(Order.SetAside order, Instant now) {
        if (!order.deadline().isAfter(now))
            return new Found.No<>(new Refusal.DeadlinePassed(order.deadline().toString()));
        return new Moving(assets)
                .lines(Transfer.Code.HELD, List.of(order.leg()))
                .fold(Found.No::new, lines -> new Found.Yes<>(placed(order, lines)));
    }

    private static Step placed(Order.SetAside order, List<Line> lines) {
        var line = lines.getFirst();
        var hold = new Hold(
                order.id(),
                line.debit(),
                line.credit(),
                line.asset(),
                line.amount(),
                BigInteger.ZERO,
                order.deadline(),
                Hold.State.HELD);
        return new Step(hold, lines);
    }

    Found<Step> settle(Order.Settle order, Instant now) {
        return running(order.hold(), false, now).fold(Found.No::new, hold -> settle(order, hold));
    }

    private Found<Step> settle(Order.Settle order, Hold hold) {
        var part = order.amount()
                .map(written -> new Moving(assets).amount(hold.asset(), written))
                .orElse(Optional.of(hold.left()));
        if (part.isEmpty())
            return new Found.No<>(new Refusal.AmountInvalid(order.amount().orElse(""), hold.asset()));
        var rest = hold.left().subtract(part.get());
        if (rest.signum() < 0)
            return new Found.No<>(
                    new Refusal.HoldExceeded(hold.id().hex(), decimal(hold, hold.left()), decimal(hold, part.get())));
        var lines = new ArrayList<Line>();
        lines.add(hold.line(Transfer.Code.SETTLED, part.get()));
        if (order.free() && rest.signum() > 0) lines.add(hold.line(Transfer.Code.VOIDED, rest));
        return new Found.Yes<>(new Step(hold.settle(part.get(), order.free()), lines));
    }

    Found<Step> end(Order.Void order, Instant now) {
        return running(order.hold(), order.committed(), now)
                .fold(
                        Found.No::new,
                        hold -> new Found.Yes<>(new Step(
                                hold.end(Hold.State.VOIDED), List.of(hold.line(Transfer.Code.VOIDED, hold.left())))));
    }

    private Found<Hold> running(Hash id, boolean committed, Instant now) {
        var hold = holds.get(id);
        if (hold == null) return new Found.No<>(new Refusal.HoldUnknown(id.hex()));
        if (!committed && Commitment.isOne(hold)) return new Found.No<>(new Refusal.HoldReserved(id.hex()));
        if (hold.state() == Hold.State.EXPIRED || hold.isDue(now))
            return new Found.No<>(
                    new Refusal.HoldExpired(id.hex(), hold.deadline().toString()));
        return hold.state() == Hold.State.HELD
                ? new Found.Yes<>(hold)
                : new Found.No<>(new Refusal.HoldEnded(id.hex(), hold.state()));
    }

    private String decimal(Hold hold, BigInteger amount) {
        var asset = assets.get(hold.asset());
        return asset == null ? amount.toString() : asset.decimal(amount);
    }
}
