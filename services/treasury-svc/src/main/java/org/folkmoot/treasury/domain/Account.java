// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/**
 * An account of one asset, as four counters in minor units; what is posted only grows. What is held is a difference, so every
 * movement stays visible.
 *
 * @param floor what must be left at least after every debit; no floor means that it may issue without limit
 * @param ceiling what may be held at most after every credit
 */
public record Account(
        String name,
        String asset,
        Kind kind,
        State state,
        BigInteger debitsPosted,
        BigInteger creditsPosted,
        BigInteger debitsPending,
        BigInteger creditsPending,
        Optional<BigInteger> floor,
        Optional<BigInteger> ceiling) {

    /** What an account is for. */
    public enum Kind {
        /** Where an asset comes from: what it owes is what was issued. */
        ISSUANCE,
        /** Named by the constitution. */
        DECLARED,
        /** A member's own. */
        MEMBER,
        /** A proposal's, with what was put down for it. */
        DEPOSIT,
        /** What is kept for somebody until it is theirs. */
        ESCROW
    }

    /** Whether it can be used. */
    public enum State {
        OPEN,
        FROZEN,
        CLOSED
    }

    /** The largest number that the database keeps for a counter: 38 digits. */
    public static final BigInteger LARGEST = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);

    private static final String ISSUANCE_PREFIX = "issuance/";
    private static final String DEPOSIT_PREFIX = "deposit/";
    private static final String ESCROW_PREFIX = "escrow/";
    private static final Predicate<String> MEMBERS =
            Pattern.compile("member/[0-9a-f]{64}").asMatchPredicate();
    private static final Predicate<String> DEPOSITS =
            Pattern.compile(DEPOSIT_PREFIX + "[0-9a-f]{64}").asMatchPredicate();
    private static final Predicate<String> ESCROWS =
            Pattern.compile(ESCROW_PREFIX + "[0-9a-f]{64}").asMatchPredicate();

    public Account {
        if (Stream.of(debitsPosted, creditsPosted, debitsPending, creditsPending)
                .anyMatch(counter -> counter.signum() < 0))
            throw new IllegalArgumentException("a counter of " + name + " is negative");
    }

    /** What names it. */
    public Seat seat() {
        return new Seat(name, asset);
    }

    /**
     * The account that an asset is issued from. Its floor is the cap, so no more can ever be issued, and its ceiling is nothing, so
     * no more goes back than was issued.
     */
    public static Account issuance(String asset, Optional<BigInteger> cap) {
        var floor = cap.map(BigInteger::negate);
        return unused(issuanceName(asset), asset, Kind.ISSUANCE, floor, Optional.of(BigInteger.ZERO));
    }

    /** An account that the constitution names. It cannot go below zero. */
    public static Account declared(String name, String asset) {
        return empty(name, asset, Kind.DECLARED, Optional.of(BigInteger.ZERO));
    }

    /** The account that the first credit to this name opens: a member's, a deposit's or an escrow's. Other names have to be declared. */
    public static Optional<Account> onFirstCredit(String name, Asset asset) {
        if (MEMBERS.test(name)) return Optional.of(empty(name, asset.code(), Kind.MEMBER, Optional.of(line(asset))));
        var kind = DEPOSITS.test(name)
                ? Optional.of(Kind.DEPOSIT)
                : Optional.of(Kind.ESCROW).filter(_ -> ESCROWS.test(name));
        return kind.map(found -> empty(name, asset.code(), found, Optional.of(BigInteger.ZERO)));
    }

    /** The account that the first debit opens: a member's, if the asset gives members a credit line. */
    public static Optional<Account> onFirstDebit(String name, Asset asset) {
        return onFirstCredit(name, asset)
                .filter(_ -> MEMBERS.test(name) && line(asset).signum() < 0);
    }

    private static BigInteger line(Asset asset) {
        return asset.line().map(BigInteger::negate).orElse(BigInteger.ZERO);
    }

    private static Account empty(String name, String asset, Kind kind, Optional<BigInteger> floor) {
        return unused(name, asset, kind, floor, Optional.empty());
    }

    private static Account unused(
            String name, String asset, Kind kind, Optional<BigInteger> floor, Optional<BigInteger> ceiling) {
        var zero = BigInteger.ZERO;
        return new Account(name, asset, kind, State.OPEN, zero, zero, zero, zero, floor, ceiling);
    }

    /** The name of the account that an asset is issued from. */
    public static String issuanceName(String asset) {
        return ISSUANCE_PREFIX + asset;
    }

    /** The name of the account that keeps what was put down for a proposal. */
    public static String depositName(String proposal) {
        return DEPOSIT_PREFIX + proposal;
    }

    /** The name of the account that keeps what an order put into escrow. */
    public static String escrowName(Hash order) {
        return ESCROW_PREFIX + order.hex();
    }

    /** What is held: credits less debits, both posted. */
    public BigInteger balance() {
        return creditsPosted.subtract(debitsPosted);
    }

    /** What can be spent: the balance less what is set aside, down to the floor. */
    public Optional<BigInteger> available() {
        return floor.map(least -> balance().subtract(debitsPending).subtract(least));
    }

    /** Whether so much can be spent. */
    public boolean has(BigInteger amount) {
        return available().map(most -> most.compareTo(amount) >= 0).orElse(true);
    }

    /** The issuance account under a new cap; a cap below what is issued already stops further issuing. */
    public Account capped(Optional<BigInteger> cap) {
        var least = cap.map(most -> most.negate().min(balance().subtract(debitsPending)));
        return new Account(
                name, asset, kind, state, debitsPosted, creditsPosted, debitsPending, creditsPending, least, ceiling);
    }

    /** The same account before anything was done with it. */
    public Account unused() {
        return with(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);
    }

    /** What has come in and neither left nor is set aside to leave. */
    public BigInteger spendable() {
        return balance().subtract(debitsPending);
    }

    /** What is held, and what is set aside to come. */
    BigInteger promised() {
        return balance().add(creditsPending);
    }

    /** Whether a counter has more digits than are kept. */
    boolean isTooLarge() {
        return Stream.of(debitsPosted, creditsPosted, debitsPending, creditsPending)
                .anyMatch(counter -> counter.compareTo(LARGEST) > 0);
    }

    /** Whether it holds nothing and nothing is set aside. */
    boolean isEmpty() {
        return Stream.of(balance(), debitsPending, creditsPending).allMatch(counter -> counter.signum() == 0);
    }

    Account debited(Transfer.Effect effect, BigInteger amount) {
        return with(
                posted(effect) ? debitsPosted.add(amount) : debitsPosted,
                creditsPosted,
                pending(effect, debitsPending, amount),
                creditsPending);
    }

    Account credited(Transfer.Effect effect, BigInteger amount) {
        return with(
                debitsPosted,
                posted(effect) ? creditsPosted.add(amount) : creditsPosted,
                debitsPending,
                pending(effect, creditsPending, amount));
    }

    /** What keeps it from being turned into another state; issuance accounts, deposits and escrows are left alone. */
    Optional<Refusal> fault(State next) {
        if (kind == Kind.ISSUANCE || kind == Kind.DEPOSIT || kind == Kind.ESCROW)
            return Optional.of(new Refusal.AccountReserved(name));
        if (state == next) return Optional.of(new Refusal.StateUnchanged(name, state));
        if (state == State.CLOSED) return Optional.of(new Refusal.AccountNotOpen(name, state));
        return next == State.CLOSED && !isEmpty()
                ? Optional.of(new Refusal.AccountNotEmpty(name, balance().toString()))
                : Optional.empty();
    }

    Account in(State next) {
        return new Account(
                name, asset, kind, next, debitsPosted, creditsPosted, debitsPending, creditsPending, floor, ceiling);
    }

    private static boolean posted(Transfer.Effect effect) {
        return effect == Transfer.Effect.MOVES || effect == Transfer.Effect.SETTLES;
    }

    private static BigInteger pending(Transfer.Effect effect, BigInteger counter, BigInteger amount) {
        return switch (effect) {
            case MOVES -> counter;
            case SETS_ASIDE -> counter.add(amount);
            case SETTLES, FREES -> counter.subtract(amount);
        };
    }

    private Account with(BigInteger debits, BigInteger credits, BigInteger debitsAside, BigInteger creditsAside) {
        return new Account(name, asset, kind, state, debits, credits, debitsAside, creditsAside, floor, ceiling);
    }
}
