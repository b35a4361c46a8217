// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Spreads the cost of 1 of each seat over those who approve the member, and elects next whoever raises the highest load
 * least. The account of a group is the load of each unit of its power: what it has paid is its debt.
 */
record PhragmenSteps(Approvals approvals) implements CommitteeSteps {
    @Override
    public State start() {
        return new State(new BitSet(), Collections.nCopies(approvals.groups().size(), Account.EMPTY), true);
    }

    @Override
    public List<Integer> next(State state) {
        var best = new ArrayList<Integer>();
        var free = new ArrayList<Integer>();
        Optional<Account> lowest = Optional.empty();
        for (var option = 0; option < approvals.options(); option++) {
            if (state.members().get(option)) {
                continue;
            }
            free.add(option);
            var load = load(option, state.accounts());
            if (load.isEmpty()) {
                continue;
            }
            var compared = lowest.isEmpty() ? -1 : compare(load.get(), lowest.get());
            if (compared < 0) {
                best.clear();
                lowest = load;
            }
            if (compared <= 0) {
                best.add(option);
            }
        }
        // Nobody approves any of the rest: they are all alike.
        return best.isEmpty() ? free : best;
    }

    @Override
    public State elect(State state, int option) {
        var load = load(option, state.accounts());
        var accounts = new ArrayList<>(state.accounts());
        for (var group = 0; group < accounts.size(); group++) {
            if (load.isPresent() && approvals.groups().get(group).approved().get(option)) {
                accounts.set(group, load.get());
            }
        }
        return new State(SequentialCommittees.with(state.members(), option), List.copyOf(accounts), true);
    }

    /** The load of each who approves an option after it is elected: (1 + all their loads) / their power. */
    private Optional<Account> load(int option, List<Account> accounts) {
        var credit = Ratio.ZERO;
        var debt = Ratio.ONE;
        var power = Ratio.ZERO;
        for (var place = 0; place < accounts.size(); place++) {
            var group = approvals.groups().get(place);
            if (group.approved().get(option)) {
                credit = credit.plus(accounts.get(place).credit().times(group.power()));
                debt = debt.plus(accounts.get(place).debt().times(group.power()));
                power = power.plus(Ratio.of(group.power()));
            }
        }
        return power.equals(Ratio.ZERO)
                ? Optional.empty()
                : Optional.of(new Account(credit.dividedBy(power), debt.dividedBy(power)));
    }

    private static int compare(Account one, Account other) {
        return one.debt().plus(other.credit()).compareTo(other.debt().plus(one.credit()));
    }
}
