// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Locale;
import java.util.Optional;
import org.folkmoot.record.Hash;

/**
 * What somebody asks to be moved from one account to another. Its id is chosen by whoever asks, and the first outcome for
 * an id is final.
 *
 * @param code what kind of movement it is
 * @param debit the account that it leaves
 * @param credit the account that it goes to
 * @param amount as it was written, such as {@code 2500.00}; whether that is an amount of the asset is decided with the rest
 * @param cause the hash of the founding or proposal that it follows from
 */
public record Transfer(
        Hash id, Code code, String debit, String credit, String asset, String amount, Hash cause, String memo) {

    /** What kinds of movement there are. */
    public enum Code {
        /** Issued when an account was opened. */
        OPENING,
        /** Decided by a proposal. */
        DECIDED,
        /** Put down for a proposal. */
        DEPOSITED,
        /** Given back to whoever put it down. */
        REFUNDED,
        /** Put down, and taken out of the world: it goes back to where the asset was issued from. */
        BURNED,
        /** Put down, and lost to the treasury. */
        FORFEITED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names the first part in which another request under the same id differs from this one, if any does. */
    public Optional<String> firstDifference(Transfer other) {
        if (code != other.code) return Optional.of("code");
        if (!debit.equals(other.debit)) return Optional.of("debit");
        if (!credit.equals(other.credit)) return Optional.of("credit");
        if (!asset.equals(other.asset)) return Optional.of("asset");
        if (!amount.equals(other.amount)) return Optional.of("amount");
        if (!cause.equals(other.cause)) return Optional.of("cause");
        return memo.equals(other.memo) ? Optional.empty() : Optional.of("memo");
    }
}
