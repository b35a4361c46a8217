// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import java.time.Instant;
import java.util.Locale;
import org.folkmoot.record.Hash;

/** Why something that is kept for somebody stays as it is. */
public sealed interface EscrowRefusal {
    /** Nothing is kept under that name. */
    record EscrowUnknown(Hash escrow) implements EscrowRefusal {}

    /** It is of another kind. */
    record EscrowKind(Hash escrow, String kind) implements EscrowRefusal {}

    /** It is over. */
    record EscrowEnded(Hash escrow, Escrow.State state) implements EscrowRefusal {}

    /** Its time stands still already, or does not. */
    record StateUnchanged(Hash escrow, Escrow.State state) implements EscrowRefusal {}

    /** All of it is due already. */
    record StreamComplete(Hash escrow) implements EscrowRefusal {}

    /** Every tranche of it that did not expire is due already. */
    record GrantComplete(Hash escrow) implements EscrowRefusal {}

    /** Nothing is due that was not taken. */
    record NothingAccrued(Hash escrow) implements EscrowRefusal {}

    /** More than is due and was not taken. */
    record ExceedsAccrued(Hash escrow, String accrued, String amount) implements EscrowRefusal {}

    /** Not an amount of the asset that can be moved. */
    record AmountInvalid(String amount, String asset) implements EscrowRefusal {}

    /** There is no part of that number. */
    record TrancheUnknown(Hash escrow, long number) implements EscrowRefusal {}

    /** That part was released or went back. */
    record TrancheEnded(Hash escrow, long number, Tranche.State state) implements EscrowRefusal {}

    /** The time of that part is over. */
    record TrancheExpired(Hash escrow, long number, Instant expires) implements EscrowRefusal {}

    /** That part cannot be released yet. */
    record TrancheEarly(Hash escrow, long number, Instant validFrom) implements EscrowRefusal {}

    /** The time of the bounty is over. */
    record BountyExpired(Hash escrow, Instant expires) implements EscrowRefusal {}

    /** Nothing is kept for so long. */
    record TermTooLong(Hash escrow, Instant latest) implements EscrowRefusal {}

    /** Whoever gets it is one of those who decide about it. */
    record JudgeBenefits(Hash escrow, String to) implements EscrowRefusal {}

    /** Who signed does not hold the role. */
    record NotInRole(Hash escrow, String role) implements EscrowRefusal {}

    /** Only decisions release it. */
    record NoPanel(Hash escrow) implements EscrowRefusal {}

    /** Who signed is not the one it is for. */
    record NotTheRecipient(Hash escrow) implements EscrowRefusal {}

    /** Who signed has said this before. */
    record AlreadySaid(Hash escrow) implements EscrowRefusal {}

    /** Nobody of that name has claimed it. */
    record ClaimUnknown(Hash escrow, String to) implements EscrowRefusal {}

    /** The account that pays it as it is due has less; what is due stays so. */
    record FundsShort(Hash escrow, String account, String there, String amount) implements EscrowRefusal {}

    /** The stable name of the reason, such as {@code exceeds-accrued}. */
    default String reason() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The reason as a sentence. */
    default String detail() {
        return EscrowWords.of(this);
    }
}
