// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
        FORFEITED,
        /** Issued by a decision. */
        ISSUED,
        /** Taken out of the world by a decision: it goes back to where the asset was issued from. */
        RETIRED,
        /** Paid by a member out of the member's own account. */
        PAID,
        /** Given to an account for a period of its budget. */
        ALLOTTED,
        /** Due from a member to the community. */
        CHARGED,
        /** Issued to a member as everybody's income. */
        EMITTED,
        /** Lost by whoever kept it for a period. */
        DECAYED,
        /** Put into an escrow. */
        ENDOWED,
        /** Out of an escrow to whom it is for. */
        RELEASED,
        /** What is left of a budget or an escrow, given back: to where it came from, or of a budget to where it was issued from. */
        RETURNED,
        /** Spent within a limit by whoever has a role. */
        SPENT,
        /** Come in from outside, as those say who watch it. */
        RECEIVED,
        /** Gone to the outside, as those say who watch it. */
        SENT,
        /** Shares that whoever leaves gives back: they go back to where they were issued from. */
        REDEEMED,
        /** What is paid to whoever leaves. */
        SHARED,
        /** The opposite of an earlier movement. */
        REVERSED,
        /** Set aside until it is settled, voided or expires. */
        HELD,
        /** What was set aside, moved. */
        SETTLED,
        /** What was set aside, free again because somebody said so. */
        VOIDED,
        /** What was set aside, free again because its time was over. */
        EXPIRED;

        /** The kinds that somebody may ask for with accounts and amounts. */
        public static final Set<Code> MOVES = Collections.unmodifiableSet(EnumSet.range(OPENING, SHARED));

        /** What it does to the counters of both accounts. */
        public Effect effect() {
            return switch (this) {
                case HELD -> Effect.SETS_ASIDE;
                case SETTLED -> Effect.SETTLES;
                case VOIDED, EXPIRED -> Effect.FREES;
                default -> Effect.MOVES;
            };
        }

        /** The word for it. */
        public String word() {
            return Word.of(this);
        }
    }

    /** What a movement does to the counters of both its accounts. */
    public enum Effect {
        /** It adds to what is posted. */
        MOVES,
        /** It adds to what is pending. */
        SETS_ASIDE,
        /** It takes from what is pending and adds to what is posted. */
        SETTLES,
        /** It takes from what is pending. */
        FREES
    }

    /** The same as a transaction with one leg. */
    public Order.Move order() {
        return new Order.Move(id, code, List.of(new Leg(debit, credit, asset, amount)), cause, memo);
    }
}
