// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.math.BigInteger;
import org.folkmoot.treasury.domain.Account;

/**
 * A budget and what became of it in its period: what was carried over, allotted and received is what was spent, is
 * committed by holds and is left, always and to the unit.
 *
 * @param carried what was in the envelope before it got its amount
 * @param allotted the amount that it got
 * @param received what else came in since
 * @param spent what went out since
 * @param committed what is set aside to go out
 * @param left what is free
 */
public record Envelope(
        BigInteger carried,
        BigInteger allotted,
        BigInteger received,
        BigInteger spent,
        BigInteger committed,
        BigInteger left) {
    /**
     * Reckons it from the counters of the account at the start of the period and now.
     *
     * @param debits what had left it by the time that it got its amount
     * @param credits what had come in by then, the amount included
     */
    public static Envelope of(BigInteger debits, BigInteger credits, BigInteger allotted, Account now) {
        return of(debits, credits, allotted, now.debitsPosted(), now.creditsPosted(), now.debitsPending());
    }

    /** The same from the counters of now one by one. */
    public static Envelope of(
            BigInteger debits,
            BigInteger credits,
            BigInteger allotted,
            BigInteger debitsNow,
            BigInteger creditsNow,
            BigInteger pending) {
        return new Envelope(
                credits.subtract(debits).subtract(allotted),
                allotted,
                creditsNow.subtract(credits),
                debitsNow.subtract(debits),
                pending,
                creditsNow.subtract(debitsNow).subtract(pending));
    }
}
