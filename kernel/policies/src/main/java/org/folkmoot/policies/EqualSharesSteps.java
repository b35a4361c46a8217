// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives every unit of power an equal share of the seats to spend, and elects next whoever those that approve can pay for
 * at the lowest price each; who has less pays all that is left. The account of a group is what each unit of its power
 * has left: its credit.
 *
 * @param completion what fills the rest when nobody can be paid for any more, if anything does
 * @param shared how many seats there are to share
 */
record EqualSharesSteps(Approvals approvals, Optional<CommitteeSteps> completion, int shared)
        implements CommitteeSteps {
    static EqualSharesSteps of(Approvals approvals, CommitteeRule rule) {
        var completion = switch (rule) {
            case EQUAL_SHARES_ALONE -> Optional.<CommitteeSteps>empty();
            case EQUAL_SHARES_APPROVAL ->
                Optional.<CommitteeSteps>of(new ThieleSteps(approvals, CommitteeRule.APPROVAL));
            // What nobody has spent yet is a load below 0.
            default -> Optional.<CommitteeSteps>of(new PhragmenSteps(approvals));
        };
        return new EqualSharesSteps(approvals, completion, approvals.seats());
    }

    @Override
    public State start() {
        // Without a ballot there is nobody to have a share.
        var power = approvals.power();
        var share = power.signum() == 0 ? Ratio.ZERO : new Ratio(BigInteger.valueOf(shared), power);
        return new State(
                new BitSet(), Collections.nCopies(approvals.groups().size(), new Account(share, Ratio.ZERO)), false);
    }

    @Override
    public List<Integer> next(State state) {
        if (state.completing()) {
            return completion.map(rest -> rest.next(state)).orElse(List.of());
        }
        var best = new ArrayList<Integer>();
        Optional<Ratio> lowest = Optional.empty();
        for (var option = 0; option < approvals.options(); option++) {
            var price = state.members().get(option) ? Optional.<Ratio>empty() : price(option, state.accounts());
            if (price.isEmpty()) {
                continue;
            }
            var compared = lowest.isEmpty() ? -1 : price.get().compareTo(lowest.get());
            if (compared < 0) {
                best.clear();
                lowest = price;
            }
            if (compared <= 0) {
                best.add(option);
            }
        }
        return best.isEmpty() ? next(new State(state.members(), state.accounts(), true)) : best;
    }

    @Override
    public State elect(State state, int option) {
        var price = state.completing() ? Optional.<Ratio>empty() : price(option, state.accounts());
        if (price.isEmpty()) {
            var after = completion.map(rest -> rest.elect(state, option)).orElse(state);
            return new State(after.members(), after.accounts(), true);
        }
        var accounts = new ArrayList<>(state.accounts());
        for (var group = 0; group < accounts.size(); group++) {
            if (approvals.groups().get(group).approved().get(option)) {
                var left = accounts.get(group).credit();
                var paid = left.compareTo(price.get()) < 0 ? left : price.get();
                accounts.set(group, new Account(left.minus(paid), Ratio.ZERO));
            }
        }
        return new State(SequentialCommittees.with(state.members(), option), List.copyOf(accounts), false);
    }

    /** What each who approves an option pays for it at most, if together they can pay 1. */
    private Optional<Ratio> price(int option, List<Account> accounts) {
        var poorest = IntStream.range(0, accounts.size())
                .filter(group -> approvals.groups().get(group).approved().get(option))
                .boxed()
                .sorted(Comparator.comparing(group -> accounts.get(group).credit()))
                .toList();
        var power = poorest.stream()
                .map(group -> approvals.groups().get(group).power())
                .reduce(BigInteger.ZERO, BigInteger::add);
        var paid = Ratio.ZERO;
        for (var group : poorest) {
            var credit = accounts.get(group).credit();
            // All who are not poorer pay the same; if this group can, so can they.
            if (paid.plus(credit.times(power)).compareTo(Ratio.ONE) >= 0) {
                return Optional.of(Ratio.ONE.minus(paid).dividedBy(Ratio.of(power)));
            }
            paid = paid.plus(credit.times(approvals.groups().get(group).power()));
            power = power.subtract(approvals.groups().get(group).power());
        }
        return Optional.empty();
    }
}
