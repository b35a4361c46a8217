// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/** What makes a committee good. All of them are exact. */
public enum CommitteeRule {
    /** Its members are approved by the most power. */
    APPROVAL,
    /** The same, where each ballot shares its power equally among those whom it approves. */
    SATISFACTION,
    /** Each ballot is worth 1 + 1/2 + 1/3 …, one for each member that it approves (Thiele's proportional approval). */
    PROPORTIONAL,
    /** The most power approves at least one member (Chamberlin and Courant). */
    CHAMBERLIN_COURANT,
    /** As proportional, but member by member: the best next one each time. */
    SEQUENTIAL_PROPORTIONAL,
    /** Each seat costs 1, paid by those who approve the member; next is whom they can pay for first (Phragmén). */
    SEQUENTIAL_PHRAGMEN,
    /**
     * All power has an equal share of the seats to spend; next is whom the approving pay for at the lowest price each.
     * What is then left empty is filled by Phragmén's rule, where nobody has yet spent what is left.
     */
    EQUAL_SHARES,
    /** The same, and what is left empty is filled by whom the most power approves. */
    EQUAL_SHARES_APPROVAL,
    /** The same, and what is left empty stays so. */
    EQUAL_SHARES_ALONE;

    /** How members are chosen, in words that follow "elected". */
    String words() {
        return switch (this) {
            case APPROVAL -> "by approvals";
            case SATISFACTION -> "by approvals, which each ballot shares among those whom it approves";
            case PROPORTIONAL -> "by proportional approval";
            case CHAMBERLIN_COURANT -> "so that the most power approves one of them";
            case SEQUENTIAL_PROPORTIONAL -> "one by one by proportional approval";
            case SEQUENTIAL_PHRAGMEN -> "by Phragmén's rule";
            case EQUAL_SHARES -> "by equal shares, and then by Phragmén's rule";
            case EQUAL_SHARES_APPROVAL -> "by equal shares, and then by approvals";
            case EQUAL_SHARES_ALONE -> "by equal shares alone";
        };
    }

    /** Whether every possible committee is looked at. */
    boolean looksAtAll() {
        return this == PROPORTIONAL || this == CHAMBERLIN_COURANT;
    }

    /** What a committee is worth to all ballots by the rule of proportional approval: 1 + 1/2 + 1/3 … for each. */
    public static Fraction proportionalWorth(Approvals approvals, BitSet committee) {
        var worth = Fraction.of(0, 1);
        for (var group : approvals.groups()) {
            for (var member = 1; member <= Approvals.approvedBy(group, committee); member++) {
                worth = worth.plus(new Fraction(group.power(), BigInteger.valueOf(member)));
            }
        }
        return worth;
    }

    /**
     * Committees that are equally good, at most so many; the first one is what comes out if every tie is decided for the
     * stronger option.
     */
    public List<BitSet> committees(Approvals approvals, Comparator<Integer> stronger, int most) {
        return switch (this) {
            case APPROVAL, SATISFACTION, SEQUENTIAL_PROPORTIONAL ->
                new SequentialCommittees(approvals, new ThieleSteps(approvals, this), stronger, most).found();
            case SEQUENTIAL_PHRAGMEN ->
                new SequentialCommittees(approvals, new PhragmenSteps(approvals), stronger, most).found();
            case EQUAL_SHARES, EQUAL_SHARES_APPROVAL, EQUAL_SHARES_ALONE ->
                new SequentialCommittees(approvals, EqualSharesSteps.of(approvals, this), stronger, most).found();
            case PROPORTIONAL, CHAMBERLIN_COURANT -> new BestCommittees(approvals, this, stronger, most).found();
        };
    }

    /**
     * The committee of equal shares as if there were more seats to share, one more at a time, until they fill those there
     * are; every tie is decided for the stronger option. Where ballots approve too few, it is that of the most power.
     *
     * @param most how many seats more at most
     * @return nothing if that is not enough
     */
    public static Optional<BitSet> incremented(Approvals approvals, Comparator<Integer> stronger, int most) {
        var approved = approvals.powers().stream().filter(power -> power.signum() > 0);
        if (approved.count() < approvals.seats()) {
            return Optional.of(APPROVAL.committees(approvals, stronger, 1).getFirst());
        }
        for (var more = 0; more <= most; more++) {
            var steps = new EqualSharesSteps(approvals, Optional.empty(), approvals.seats() + more);
            var committee = new SequentialCommittees(approvals, steps, stronger, 1)
                    .found()
                    .getFirst();
            if (committee.cardinality() == approvals.seats()) {
                return Optional.of(committee);
            }
        }
        return Optional.empty();
    }
}
