// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/**
 * What an author puts down, and what becomes of it.
 *
 * @param asset the code of the asset
 * @param amount how much, in minor units
 * @param dispositions what becomes of it, by how the proposal ends; the first one that fits holds
 * @param otherwise what becomes of it if none fits
 */
public record Deposit(String asset, BigInteger amount, List<Disposition> dispositions, Fate otherwise) {
    /**
     * An amount of money.
     *
     * @param asset the code of the asset
     * @param amount how much, in minor units
     */
    public record Sum(String asset, BigInteger amount) {}

    /** What becomes of a deposit. */
    public enum Fate {
        REFUND,
        BURN,
        TREASURY
    }

    /**
     * What becomes of it in one case.
     *
     * @param when how the proposal ended, {@code passed}, {@code rejected}, {@code cancelled}, {@code expired} or
     *     {@code failed}, or the name of the first rule that stopped it; in any case, if nothing is said
     * @param share a condition on the main chamber's ballots
     * @param then what becomes of it
     * @param part how much of it; the rest is refunded
     */
    public record Disposition(Optional<String> when, Optional<PluginCall> share, Fate then, Fraction part) {}

    public Deposit {
        dispositions = List.copyOf(dispositions);
    }
}
