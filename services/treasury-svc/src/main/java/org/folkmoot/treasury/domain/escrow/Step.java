// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.folkmoot.treasury.domain.Transfer;

/** What became of something that was asked of an escrow. */
public sealed interface Step {
    /** It stands otherwise now, and the account that pays moves this. */
    record Taken(Escrow next, List<Payout> payouts) implements Step {
        public Taken {
            payouts = List.copyOf(payouts);
        }
    }

    /** Nothing has changed. */
    record Refused(EscrowRefusal why) implements Step {}

    /** An amount that leaves the account that pays. */
    record Payout(Transfer.Code code, String to, BigInteger amount) {}

    /** How it stands then, if anything has changed. */
    default Optional<Escrow> after() {
        return this instanceof Taken taken ? Optional.of(taken.next) : Optional.empty();
    }

    /** Moves to whom it is for. */
    static Step release(Escrow after, String to, BigInteger amount) {
        return new Taken(after, List.of(new Payout(Transfer.Code.RELEASED, to, amount)));
    }

    /** Moves from the account that pays as it is due, as a decision said. */
    static Step pay(Escrow after, String to, BigInteger amount) {
        return new Taken(after, List.of(new Payout(Transfer.Code.DECIDED, to, amount)));
    }

    /** Moves back. */
    static Step back(Escrow after, BigInteger amount) {
        return new Taken(
                after, List.of(new Payout(Transfer.Code.RETURNED, after.terms().from(), amount)));
    }

    /** Moves nothing. */
    static Step still(Escrow after) {
        return new Taken(after, List.of());
    }

    /** Does not do it. */
    static Step no(EscrowRefusal why) {
        return new Refused(why);
    }
}
