// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

/** Says a refusal in a sentence. */
final class RefusalWords {
    private RefusalWords() {}

    static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.LegsInvalid(var legs) -> "A transaction has 1 to " + Leg.MOST + " legs, not " + legs + ".";
            case Refusal.TransferUnknown(var transfer) -> "There is no transfer " + transfer + ".";
            case Refusal.NotReversible(var transfer, var code) -> transfer + " is " + code + " and is not reversed.";
            case Refusal.AlreadyReversed(var transfer, var by) -> transfer + " was reversed by " + by + ".";
            case Refusal.NotDivisible(var transfer, var legs) ->
                transfer + " has " + legs + " legs and is reversed whole or not at all.";
            case Refusal.ReversalExceeded(var transfer, var left, var amount) ->
                "Of " + transfer + " " + left + " can still be reversed, not " + amount + ".";
            case Refusal.HoldUnknown(var hold) -> "There is no hold " + hold + ".";
            case Refusal.HoldReserved(var hold) ->
                hold + " is what a proposal has set aside for itself, which only its own enactment or end frees.";
            case Refusal.HoldExpired(var hold, var deadline) -> hold + " expired at " + deadline + ".";
            case Refusal.HoldEnded(var hold, var state) -> hold + " is " + Word.of(state) + ".";
            case Refusal.HoldExceeded(var hold, var left, var amount) ->
                hold + " still holds " + left + ", not " + amount + ".";
            case Refusal.DeadlinePassed(var deadline) -> "The deadline " + deadline + " is not ahead.";
            case Refusal.AssetUnknown(var asset) -> "There is no asset '" + asset + "'.";
            case Refusal.AmountInvalid(var amount, var asset) ->
                "'" + amount + "' is no amount of " + asset + " to move.";
            case Refusal.SameAccount(var account) -> "From and to are both " + account + ".";
            case Refusal.AccountUnknown(var account, var asset) ->
                "There is no account '" + account + "' of " + asset + ".";
            case Refusal.AccountNotOpen(var account, var state) -> account + " is " + Word.of(state) + ".";
            case Refusal.StateUnchanged(var account, var state) -> account + " is " + Word.of(state) + " already.";
            case Refusal.AccountNotEmpty(var account, var balance) ->
                account + " holds " + balance + " or has something set aside.";
            case Refusal.AccountReserved(var account) -> account + reserved(account);
            case Refusal.AssetForbids(var asset, var kind, var code) ->
                asset + " is " + kind.word() + " and is not " + code.word() + " so.";
            case Refusal.UnitsInsufficient(var account, var asset, var available, var units) ->
                account + " has " + available + " " + asset + " to give back, not " + units + ".";
            case Refusal.SourcesInsufficient(var asset, var available, var amount) ->
                "All sources together give " + available + " " + asset + ", not " + amount + ".";
            case Refusal.Conflict(var spender) -> spender + " does not spend for itself.";
            case Refusal.NotPermitted(var spender, var account, var asset) ->
                spender + " has no role that spends " + asset + " of " + account + ".";
            case Refusal.LimitExceeded exceeded -> exceeded(exceeded);
            case Refusal.ReserveNeeded(var account, var asset, var least, var above, var asked) ->
                account + " keeps " + least + " " + asset + " in reserve; " + above + " can be taken out, not " + asked
                        + ".";
            case Refusal.InsufficientFunds(var account, var asset, var available, var amount) ->
                account + " has " + available + " " + asset + " to spend, not " + amount + ".";
            case Refusal.PeriodCapExceeded(var asset, var left, var amount) ->
                "Of " + asset + ", " + left + " may still be issued in this period, not " + amount + ".";
            case Refusal.CeilingExceeded(var account, var asset, var ceiling) ->
                account + " may hold " + ceiling + " " + asset + " at most.";
            case Refusal.TogetherFailed(var place, var of, var because) ->
                "Number " + place + " of the " + of + " that are done together was refused: " + because + ".";
            case Refusal.Told told -> told.detail();
            case Refusal.AmountTooLarge(var account) ->
                "The counters of " + account + " would have more than 38 digits.";
        };
    }

    private static String exceeded(Refusal.LimitExceeded limit) {
        var whom = limit.subject().isEmpty() ? "" : " for " + limit.subject();
        var when = limit.renews().map(renews -> " until " + renews).orElse("");
        return "The limit '" + limit.limit() + "' is " + limit.most() + " " + limit.asset() + whom + ", of which "
                + limit.spent() + " are spent; " + limit.asked() + " more cannot be" + when + ".";
    }

    private static String reserved(String account) {
        if (account.startsWith("issuance/")) return " only issues what the constitution lets it issue.";
        return account.startsWith("deposit/")
                ? " only keeps what was put down for its proposal."
                : " is not an account that this is done with.";
    }
}
