// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Outside;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Payout;
import org.folkmoot.treasury.domain.Receiver;

/**
 * A payment with all that was said when it was ordered and all that became of it.
 *
 * @param minor the amount in minor units
 * @param bank the community's own account, if it pays from one
 * @param zone by which the bank's day is reckoned, so that an order stays the same whatever is amended; older ones do not know it
 */
record Ordered(
        Payout payout,
        Hash proposal,
        Asset asset,
        BigInteger minor,
        Receiver to,
        Optional<Outside.Bank> bank,
        Optional<ZoneId> zone,
        String memo,
        Instant orderedAt,
        Ending ending,
        long number) {
    /**
     * What became of it so far.
     *
     * @param reference what the bank or the chain calls it
     * @param transfer what emptied the escrow
     */
    record Ending(Optional<Instant> at, Optional<String> reference, Optional<Hash> transfer) {
        static final Ending NONE = new Ending(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
