// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An account of one asset, as four counters that only grow, in minor units. What is held is a difference, so every
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
        DEPOSIT
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
    private static final Predicate<String> MEMBERS =
            Pattern.compile("member/[0-9a-f]{64}").asMatchPredicate();
    private static final Predicate<String> DEPOSITS =
            Pattern.compile(DEPOSIT_PREFIX + "[0-9a-f]{64}").asMatchPredicate();

    public Account {
        if (Stream.of(debitsPosted, creditsPosted, debitsPending, creditsPending)
                .anyMatch(counter -> counter.signum() < 0))
            throw new IllegalArgumentException("a counter of " + name + " is negative");
    }

    /** The account that an asset is issued from. Its floor is the cap, so no more can ever be issued. */
    public static Account issuance(String asset, Optional<BigInteger> cap) {
        return empty(issuanceName(asset), asset, Kind.ISSUANCE, cap.map(BigInteger::negate));
    }

    /** An account that the constitution names. It cannot go below zero. */
    public static Account declared(String name, String asset) {
        return empty(name, asset, Kind.DECLARED, Optional.of(BigInteger.ZERO));
    }

    /** The account that the first credit to this name opens: a member's or a deposit's. Other names have to be declared. */
    public static Optional<Account> onFirstCredit(String name, String asset) {
        if (MEMBERS.test(name)) return Optional.of(empty(name, asset, Kind.MEMBER, Optional.of(BigInteger.ZERO)));
        return DEPOSITS.test(name)
                ? Optional.of(empty(name, asset, Kind.DEPOSIT, Optional.of(BigInteger.ZERO)))
                : Optional.empty();
    }

    private static Account empty(String name, String asset, Kind kind, Optional<BigInteger> floor) {
        var zero = BigInteger.ZERO;
        return new Account(name, asset, kind, State.OPEN, zero, zero, zero, zero, floor, Optional.empty());
    }

    /** The name of the account that an asset is issued from. */
    public static String issuanceName(String asset) {
        return ISSUANCE_PREFIX + asset;
    }

    /** The name of the account that keeps what was put down for a proposal. */
    public static String depositName(String proposal) {
        return DEPOSIT_PREFIX + proposal;
    }

    /** What is held: credits less debits, both posted. */
    public BigInteger balance() {
        return creditsPosted.subtract(debitsPosted);
    }

    /** What can be spent: the balance less what is set aside, down to the floor. */
    public Optional<BigInteger> available() {
        return floor.map(least -> balance().subtract(debitsPending).subtract(least));
    }

    /** The issuance account under a new cap; a cap below what is issued already stops further issuing. */
    public Account capped(Optional<BigInteger> cap) {
        var least = cap.map(most -> most.negate().min(balance().subtract(debitsPending)));
        return new Account(
                name, asset, kind, state, debitsPosted, creditsPosted, debitsPending, creditsPending, least, ceiling);
    }

    Account debited(BigInteger amount) {
        return new Account(
                name,
                asset,
                kind,
                state,
                debitsPosted.add(amount),
                creditsPosted,
                debitsPending,
                creditsPending,
                floor,
                ceiling);
    }

    Account credited(BigInteger amount) {
        return new Account(
                name,
                asset,
                kind,
                state,
                debitsPosted,
                creditsPosted.add(amount),
                debitsPending,
                creditsPending,
                floor,
                ceiling);
    }
}
