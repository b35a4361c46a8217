// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.constitution.Asset;

/**
 * Why a transaction was refused. The order of the cases is the order in which they are looked at: the first one is told.
 * Amounts are written as people write them.
 */
public sealed interface Refusal {
    /** A transaction has 1 to 64 legs. */
    record LegsInvalid(int legs) implements Refusal {}

    /** There is nothing of that name that could be reversed. */
    record TransferUnknown(String transfer) implements Refusal {}

    /** What was asked for was refused, or is of a kind that is never reversed. */
    record NotReversible(String transfer, String code) implements Refusal {}

    /** It was reversed before. */
    record AlreadyReversed(String transfer, String by) implements Refusal {}

    /** It has several legs, and so is reversed whole or not at all. */
    record NotDivisible(String transfer, int legs) implements Refusal {}

    /** Less than that is left to be reversed. */
    record ReversalExceeded(String transfer, String left, String amount) implements Refusal {}

    /** Nothing is set aside under that name. */
    record HoldUnknown(String hold) implements Refusal {}

    /** A proposal has set it aside for itself; only its own enactment or end frees it. */
    record HoldReserved(String hold) implements Refusal {}

    /** Its time is over. */
    record HoldExpired(String hold, String deadline) implements Refusal {}

    /** It was settled or voided before. */
    record HoldEnded(String hold, Hold.State state) implements Refusal {}

    /** Less than that is still set aside. */
    record HoldExceeded(String hold, String left, String amount) implements Refusal {}

    /** It would expire before it begins. */
    record DeadlinePassed(String deadline) implements Refusal {}

    /** The asset does not exist. */
    record AssetUnknown(String asset) implements Refusal {}

    /** Not a number of that asset, or nothing, or less. */
    record AmountInvalid(String amount, String asset) implements Refusal {}

    /** From an account to itself. */
    record SameAccount(String account) implements Refusal {}

    /** Whoever leaves has fewer shares than that. */
    record UnitsInsufficient(String account, String asset, String available, String units) implements Refusal {}

    /** All sources together do not give as much. */
    record SourcesInsufficient(String asset, String available, String amount) implements Refusal {}

    /** There is no such account for the asset. */
    record AccountUnknown(String account, String asset) implements Refusal {}

    /** The account is frozen or closed. */
    record AccountNotOpen(String account, Account.State state) implements Refusal {}

    /** It is in that state already. */
    record StateUnchanged(String account, Account.State state) implements Refusal {}

    /** Only an account that holds nothing and has nothing set aside is closed. */
    record AccountNotEmpty(String account, String balance) implements Refusal {}

    /** Nobody pays into or out of an issuance account or a deposit by a decided transfer. */
    record AccountReserved(String account) implements Refusal {}

    /** The asset is of a kind that is not moved so. */
    record AssetForbids(String asset, Asset.Kind kind, Transfer.Code code) implements Refusal {}

    /** Whoever spends for the community does not spend for oneself. */
    record Conflict(String spender) implements Refusal {}

    /** Nobody may spend so: no role of whoever asks has a limit for it. */
    record NotPermitted(String spender, String account, String asset) implements Refusal {}

    /**
     * More than a limit lets through.
     *
     * @param subject whom it is counted for, if not for all together
     * @param renews when something of it can be spent again, if what is asked for is not more than ever can
     */
    record LimitExceeded(
            String limit,
            String subject,
            String asset,
            String most,
            String spent,
            String asked,
            Optional<Instant> renews)
            implements Refusal {}

    /**
     * Less would be left in the account than is to be left in it.
     *
     * @param above what can be taken out
     */
    record ReserveNeeded(String account, String asset, String least, String above, String asked) implements Refusal {}

    /** There is less than that to spend. */
    record InsufficientFunds(String account, String asset, String available, String amount) implements Refusal {}

    /** More of the asset would be issued in a period than may be. */
    record PeriodCapExceeded(String asset, String left, String amount) implements Refusal {}

    /** The account would hold more than it may. */
    record CeilingExceeded(String account, String asset, String ceiling) implements Refusal {}

    /** A counter would have more digits than are kept. */
    record AmountTooLarge(String account) implements Refusal {}

    /** It was to be done together with others, of which one was refused. */
    record TogetherFailed(int place, int of, String because) implements Refusal {}

    /** What was told before, and is told again in the same words. */
    record Told(String reason, String detail) implements Refusal {}

    /** The reason of what could have been done, but for another order. */
    String TOGETHER_FAILED = "together-failed";

    /** The stable name of the reason, such as {@code insufficient-funds}. */
    default String reason() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The reason as a sentence. */
    default String detail() {
        return RefusalWords.of(this);
    }
}
