// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.math.BigInteger;
import java.time.Instant;
import org.folkmoot.constitution.Periods;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Streaming;
import org.folkmoot.treasury.domain.escrow.Terms;

/** Something that is promised, and when how much of it may leave at the earliest. */
public sealed interface Promise {
    /** How much of it may leave before a moment. */
    BigInteger before(Instant end);

    /** How much of it may leave at that moment, or later, or at a time that nobody knows yet. */
    BigInteger from(Instant moment);

    /** Something that leaves at once, from some moment on. */
    record Whole(BigInteger amount, Instant at) implements Promise {
        @Override
        public BigInteger before(Instant end) {
            return at.isBefore(end) ? amount : BigInteger.ZERO;
        }

        @Override
        public BigInteger from(Instant moment) {
            return amount.subtract(before(moment));
        }
    }

    /** A stream: what is due of it when it is due, and none of it again that was taken. While it is paused, no more is due. */
    record Streamed(Escrow escrow, Terms.Stream terms) implements Promise {
        @Override
        public BigInteger before(Instant end) {
            // What is due at the end itself is due after what is before it.
            return new Streaming(escrow, terms).accrued(end.minusNanos(1));
        }

        @Override
        public BigInteger from(Instant moment) {
            return escrow.left().subtract(before(moment));
        }
    }

    /**
     * The same at the start of every period. It has no end, so nothing of it is left for later.
     *
     * @param first the start of the first period that is ahead
     */
    record Repeated(BigInteger amount, Instant first, Periods periods) implements Promise {
        @Override
        public BigInteger before(Instant end) {
            long starts = Math.max(0, firstFrom(end) - periods.of(first));
            return amount.multiply(BigInteger.valueOf(starts));
        }

        private long firstFrom(Instant end) {
            long number = periods.of(end);
            return periods.start(number).equals(end) ? number : number + 1;
        }

        @Override
        public BigInteger from(Instant moment) {
            return BigInteger.ZERO;
        }
    }
}
