// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.folkmoot.record.Hash;

/**
 * One movement that somebody asks for.
 *
 * @param id the transfer's id, as whoever asks can compute it
 * @param name the id that the payer chose
 * @param payer the number of the member who pays; -1 for a decision
 * @param amount in hundredths
 */
record Wish(Hash id, String name, int payer, String from, String to, String asset, BigInteger amount) {
    private static final int SCALE = 2;

    /** The amount as it is written. */
    String written() {
        return new BigDecimal(amount, SCALE).toPlainString();
    }

    /** Reads an amount that a service wrote. */
    static BigInteger hundredths(String text) {
        return new BigDecimal(text).movePointRight(SCALE).toBigIntegerExact();
    }
}
