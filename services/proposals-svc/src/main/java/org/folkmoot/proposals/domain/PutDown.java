// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.math.BigInteger;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Deposit.Fate;

/**
 * What an author puts down for a proposal, and where it is.
 *
 * @param amount in minor units of the asset
 * @param fate what becomes of it, once the proposal has ended
 * @param settled where it went, once the treasury said so
 */
public record PutDown(
        Asset asset, BigInteger amount, Standing standing, Optional<Released> fate, Optional<Settled> settled) {

    /** Where a deposit is. */
    public enum Standing {
        /** The treasury was asked to take it. */
        DUE,
        /** The treasury keeps it. */
        HELD,
        /** The treasury could not take it. */
        REFUSED,
        /** The proposal has ended, and the treasury was told what becomes of it. */
        RELEASED,
        /** The treasury gave it away. */
        SETTLED
    }

    /**
     * What becomes of it.
     *
     * @param part how much of it, in minor units; the rest is refunded
     */
    public record Released(Fate fate, BigInteger part) {}

    /** Where it went, in minor units. */
    public record Settled(BigInteger refunded, BigInteger burned, BigInteger forfeited) {}
}
