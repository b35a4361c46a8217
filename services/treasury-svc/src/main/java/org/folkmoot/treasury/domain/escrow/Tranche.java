// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A part of a grant, for one thing that is to be done.
 *
 * @param amount in minor units
 * @param validFrom when it may be released at the earliest
 * @param expires when it may be released no longer, and goes back
 */
public record Tranche(BigInteger amount, String title, Instant validFrom, Optional<Instant> expires) {
    /** What became of it. */
    public enum State {
        /** It is kept. */
        WAITING,
        /** It went to whom it was for, or is due to them if it is paid as it is due. */
        RELEASED,
        /** It went back by a decision. */
        VOIDED,
        /** It went back because its time was over. */
        EXPIRED
    }

    public Tranche {
        if (amount.signum() <= 0) throw new IllegalArgumentException("a tranche of " + amount);
        if (expires.filter(end -> !end.isAfter(validFrom)).isPresent())
            throw new IllegalArgumentException("a tranche that expires before it is valid");
    }

    /** Whether its time is over. */
    boolean isDue(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }
}
