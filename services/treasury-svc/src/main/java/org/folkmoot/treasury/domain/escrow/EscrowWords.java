// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.escrow;

import org.folkmoot.treasury.domain.Word;

/** Says in a sentence why an escrow stays as it is. */
final class EscrowWords {
    private EscrowWords() {}

    static String of(EscrowRefusal refusal) {
        return switch (refusal) {
            case EscrowRefusal.EscrowUnknown(var escrow) -> "Nothing is kept under the name " + escrow + ".";
            case EscrowRefusal.EscrowKind(var escrow, var kind) -> escrow + " is a " + kind + ".";
            case EscrowRefusal.EscrowEnded(var escrow, var state) -> escrow + " is " + Word.of(state) + ".";
            case EscrowRefusal.StateUnchanged(var escrow, var state) -> escrow + " is " + Word.of(state) + " already.";
            case EscrowRefusal.StreamComplete(var escrow) -> "All of " + escrow + " is due already.";
            case EscrowRefusal.GrantComplete(var escrow) -> "All of " + escrow + " is due already.";
            case EscrowRefusal.NothingAccrued(var escrow) -> "Nothing of " + escrow + " is due that was not taken.";
            case EscrowRefusal.ExceedsAccrued(var escrow, var accrued, var amount) ->
                accrued + " of " + escrow + " is due and was not taken, not " + amount + ".";
            case EscrowRefusal.AmountInvalid(var amount, var asset) ->
                "'" + amount + "' is no amount of " + asset + " to move.";
            case EscrowRefusal.TrancheUnknown(var escrow, var number) -> escrow + " has no tranche " + number + ".";
            case EscrowRefusal.TrancheEnded(var escrow, var number, var state) ->
                "Tranche " + number + " of " + escrow + " is " + Word.of(state) + ".";
            case EscrowRefusal.TrancheExpired(var escrow, var number, var expires) ->
                "Tranche " + number + " of " + escrow + " expired at " + expires + ".";
            case EscrowRefusal.TrancheEarly(var escrow, var number, var from) ->
                "Tranche " + number + " of " + escrow + " is not released before " + from + ".";
            case EscrowRefusal.BountyExpired(var escrow, var expires) -> escrow + " expired at " + expires + ".";
            case EscrowRefusal.TermTooLong(var escrow, var latest) ->
                escrow + " is kept until " + latest + " at the latest.";
            case EscrowRefusal.JudgeBenefits benefits -> benefits.to() + " is one of those who decide about it.";
            case EscrowRefusal.NotInRole outside -> "Only those who are " + outside.role() + " sign this.";
            case EscrowRefusal.NoPanel(var escrow) -> "Only a decision releases " + escrow + ".";
            case EscrowRefusal.NotTheRecipient(var escrow) -> escrow + " is for somebody else.";
            case EscrowRefusal.AlreadySaid _ -> "You have said this before.";
            case EscrowRefusal.FundsShort(var escrow, var account, var there, var amount) ->
                account + " has " + there + " to pay for " + escrow + ", not " + amount + "; what is due stays so.";
            case EscrowRefusal.ClaimUnknown unknown -> unknown.to() + " has not claimed it.";
        };
    }
}
