// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;

/**
 * An amount that is set aside for somebody. It may be settled in parts; what is left is voided or expires, once.
 *
 * @param amount what was set aside, in minor units
 * @param settled how much of that was moved
 * @param deadline from this moment on it has expired
 */
public record Hold(
        org.folkmoot.record.Hash id,
        String debit,
        String credit,
        String asset,
        BigInteger amount,
        BigInteger settled,
        Instant deadline,
        State state) {

    /** How it stands; all but the first are for good. */
    public enum State {
        HELD,
        SETTLED,
        VOIDED,
        EXPIRED
    }

    public Hold {
        if (amount.signum() <= 0 || settled.signum() < 0 || settled.compareTo(amount) > 0)
            throw new IllegalArgumentException("of " + amount + " " + settled + " are settled");
    }

    /** What is still set aside. */
    public BigInteger left() {
        return state == State.HELD ? amount.subtract(settled) : BigInteger.ZERO;
    }

    /** Whether its time is over at a moment: exactly at the deadline it is. */
    public boolean isDue(Instant now) {
        return state == State.HELD && !now.isBefore(deadline);
    }

    Hold settle(BigInteger part, boolean free) {
        var done = settled.add(part);
        var ends = free || done.equals(amount);
        return new Hold(id, debit, credit, asset, amount, done, deadline, ends ? State.SETTLED : State.HELD);
    }

    Hold end(State last) {
        return new Hold(id, debit, credit, asset, amount, settled, deadline, last);
    }

    Line line(Transfer.Code code, BigInteger part) {
        return new Line(code, debit, credit, asset, part);
    }
}
