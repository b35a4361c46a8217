// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.treasury.domain.escrow.Escrow.State;

/** What of an escrow is due and was not taken: it stays due, whatever the account has that pays it. */
public record Owed(Escrow escrow, BigInteger accrued) {
    /** What is due of a stream, or of a grant that is paid as it is due; nothing of it waits to be taken otherwise. */
    public static Optional<Owed> of(Escrow escrow, Instant now) {
        return switch (escrow.terms()) {
            case Terms.Stream stream -> Optional.of(new Owed(escrow, new Streaming(escrow, stream).accrued(now)));
            case Terms.Grant grant -> grant.asDue().map(_ -> new Owed(escrow, new Granting(escrow, grant).accrued()));
            case Terms.Bounty _ -> Optional.empty();
        };
    }

    /** What of that an account cannot pay that has so much. */
    public BigInteger arrears(BigInteger there) {
        return accrued.subtract(there).max(BigInteger.ZERO);
    }

    /** Takes what is due, or a part of it; without an amount, as much of it as there is. */
    Step withdraw(Optional<BigInteger> wanted, Optional<BigInteger> there, Instant now) {
        var id = escrow.id();
        var terms = escrow.terms();
        if (escrow.left().signum() == 0) return Step.no(new EscrowRefusal.EscrowEnded(id, escrow.state()));
        if (accrued.signum() == 0) return Step.no(new EscrowRefusal.NothingAccrued(id));
        var most = there.map(accrued::min).orElse(accrued);
        var amount = wanted.orElse(most);
        if (amount.compareTo(accrued) > 0)
            return Step.no(new EscrowRefusal.ExceedsAccrued(
                    id, terms.asset().decimal(accrued), terms.asset().decimal(amount)));
        if (amount.compareTo(most) > 0 || amount.signum() == 0)
            return Step.no(new EscrowRefusal.FundsShort(
                    id,
                    terms.from(),
                    terms.asset().decimal(there.orElse(BigInteger.ZERO)),
                    terms.asset().decimal(wanted.orElse(accrued))));
        return paid(amount, escrow.moment(now));
    }

    private Step paid(BigInteger amount, Instant moment) {
        var to = escrow.terms().beneficiary().orElseThrow();
        var paid = escrow.paying(amount, BigInteger.ZERO, moment);
        boolean ends = paid.left().signum() == 0 && paid.state() != State.CANCELLED;
        var after = ends ? paid.in(State.ENDED, moment) : paid;
        return escrow.asDue().isPresent() ? Step.pay(after, to, amount) : Step.release(after, to, amount);
    }
}
