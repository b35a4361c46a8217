// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;

/**
 * Posts a transfer between two accounts: both counters move, or none does. The checks are made in the order of
 * {@link Refusal}, each for the account that is debited first, so that an input with several faults has one answer.
 */
public final class Post {
    private static final Set<Transfer.Code> RELEASED =
            EnumSet.of(Transfer.Code.REFUNDED, Transfer.Code.BURNED, Transfer.Code.FORFEITED);

    private Post() {}

    /** Decides what becomes of a transfer. An asset or account that does not exist is empty. */
    public static Outcome decide(
            Transfer transfer, Optional<Asset> asset, Optional<Account> debit, Optional<Account> credit) {
        if (asset.isEmpty()) return refused(new Refusal.AssetUnknown(transfer.asset()));
        var amount = asset.get().minor(transfer.amount()).filter(minor -> minor.signum() > 0);
        if (amount.isEmpty()) return refused(new Refusal.AmountInvalid(transfer.amount(), transfer.asset()));
        if (transfer.debit().equals(transfer.credit())) return refused(new Refusal.SameAccount(transfer.debit()));
        if (debit.isEmpty()) return refused(new Refusal.AccountUnknown(transfer.debit(), transfer.asset()));
        if (credit.isEmpty()) return refused(new Refusal.AccountUnknown(transfer.credit(), transfer.asset()));
        return unusable(transfer.code(), debit.get(), credit.get())
                .or(() -> beyondLimits(asset.get(), amount.get(), debit.get(), credit.get()))
                .map(Post::refused)
                .orElseGet(() -> new Outcome.Posted(
                        amount.get(),
                        debit.get().debited(amount.get()),
                        credit.get().credited(amount.get())));
    }

    private static Optional<Refusal> unusable(Transfer.Code code, Account debit, Account credit) {
        return first(debit, credit, account -> account.state() != Account.State.OPEN)
                .<Refusal>map(account -> new Refusal.AccountNotOpen(account.name(), account.state()))
                .or(() -> reserved(code, debit, credit).map(account -> new Refusal.AccountReserved(account.name())));
    }

    private static Optional<Refusal> beyondLimits(Asset asset, BigInteger amount, Account debit, Account credit) {
        var available = debit.available();
        if (available.isPresent() && available.get().compareTo(amount) < 0)
            return Optional.of(new Refusal.InsufficientFunds(
                    debit.name(), asset.code(), asset.decimal(available.get()), asset.decimal(amount)));
        var held = credit.balance().add(credit.creditsPending()).add(amount);
        var ceiling = credit.ceiling();
        if (ceiling.isPresent() && held.compareTo(ceiling.get()) > 0)
            return Optional.of(new Refusal.CeilingExceeded(credit.name(), asset.code(), asset.decimal(ceiling.get())));
        if (tooLarge(debit.debitsPosted().add(amount))) return Optional.of(new Refusal.AmountTooLarge(debit.name()));
        if (tooLarge(credit.creditsPosted().add(amount))) return Optional.of(new Refusal.AmountTooLarge(credit.name()));
        return Optional.empty();
    }

    private static Optional<Account> first(Account debit, Account credit, Predicate<Account> fault) {
        return Stream.of(debit, credit).filter(fault).findFirst();
    }

    private static Optional<Account> reserved(Transfer.Code code, Account debit, Account credit) {
        if (!pays(debit.kind(), code)) return Optional.of(debit);
        return takes(credit.kind(), code) ? Optional.empty() : Optional.of(credit);
    }

    /** Assets are issued when accounts are opened, and a deposit leaves its account when its proposal ended. */
    private static boolean pays(Account.Kind kind, Transfer.Code code) {
        return switch (kind) {
            case ISSUANCE -> code == Transfer.Code.OPENING;
            case DEPOSIT -> RELEASED.contains(code);
            case DECLARED, MEMBER -> !RELEASED.contains(code);
        };
    }

    /** What is burned goes back to where it was issued from, so that nothing is lost on the way. */
    private static boolean takes(Account.Kind kind, Transfer.Code code) {
        return switch (kind) {
            case ISSUANCE -> code == Transfer.Code.OPENING || code == Transfer.Code.BURNED;
            case DEPOSIT -> code == Transfer.Code.DEPOSITED;
            case DECLARED, MEMBER -> code != Transfer.Code.DEPOSITED && code != Transfer.Code.BURNED;
        };
    }

    private static boolean tooLarge(BigInteger counter) {
        return counter.compareTo(Account.LARGEST) > 0;
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }
}
