// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.util.Locale;

/**
 * Why a transfer was refused. The order of the cases is the order in which they are looked at: the first one is told.
 * Amounts are written as people write them.
 */
public sealed interface Refusal {
    /** The asset does not exist. */
    record AssetUnknown(String asset) implements Refusal {}

    /** Not a number of that asset, or nothing, or less. */
    record AmountInvalid(String amount, String asset) implements Refusal {}

    /** From an account to itself. */
    record SameAccount(String account) implements Refusal {}

    /** There is no such account for the asset. */
    record AccountUnknown(String account, String asset) implements Refusal {}

    /** The account is frozen or closed. */
    record AccountNotOpen(String account, Account.State state) implements Refusal {}

    /** Nobody pays into or out of an issuance account or a deposit by a decided transfer. */
    record AccountReserved(String account) implements Refusal {}

    /** There is less than that to spend. */
    record InsufficientFunds(String account, String asset, String available, String amount) implements Refusal {}

    /** The account would hold more than it may. */
    record CeilingExceeded(String account, String asset, String ceiling) implements Refusal {}

    /** A counter would have more digits than are kept. */
    record AmountTooLarge(String account) implements Refusal {}

    /** The stable name of the reason, such as {@code insufficient-funds}. */
    default String reason() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The reason as a sentence. */
    default String detail() {
        return switch (this) {
            case AssetUnknown(var asset) -> "There is no asset '" + asset + "'.";
            case AmountInvalid(var amount, var asset) -> "'" + amount + "' is no amount of " + asset + " to move.";
            case SameAccount(var account) -> "From and to are both " + account + ".";
            case AccountUnknown(var account, var asset) -> "There is no account '" + account + "' of " + asset + ".";
            case AccountNotOpen(var account, var state) ->
                account + " is " + state.name().toLowerCase(Locale.ROOT) + ".";
            case AccountReserved(var account) ->
                account
                        + (account.startsWith("issuance/")
                                ? " only issues what the constitution lets it issue."
                                : " only keeps what was put down for its proposal.");
            case InsufficientFunds(var account, var asset, var available, var amount) ->
                account + " has " + available + " " + asset + " to spend, not " + amount + ".";
            case CeilingExceeded(var account, var asset, var ceiling) ->
                account + " may hold " + ceiling + " " + asset + " at most.";
            case AmountTooLarge(var account) -> "The counters of " + account + " would have more than 38 digits.";
        };
    }
}
