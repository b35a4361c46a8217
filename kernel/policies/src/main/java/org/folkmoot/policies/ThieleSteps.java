// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Elects next whoever adds most to what the committee is worth to the ballots. */
record ThieleSteps(Approvals approvals, CommitteeRule rule) implements CommitteeSteps {
    @Override
    public State start() {
        return new State(new BitSet(), List.of(), false);
    }

    @Override
    public List<Integer> next(State state) {
        var best = new ArrayList<Integer>();
        var most = Ratio.ZERO;
        for (var option = 0; option < approvals.options(); option++) {
            if (!state.members().get(option)) {
                var gain = gain(option, state.members());
                var compared = gain.compareTo(most);
                if (compared > 0) {
                    best.clear();
                    most = gain;
                }
                if (compared >= 0) {
                    best.add(option);
                }
            }
        }
        return best;
    }

    @Override
    public State elect(State state, int option) {
        return new State(SequentialCommittees.with(state.members(), option), state.accounts(), false);
    }

    private Ratio gain(int option, BitSet members) {
        var gain = Ratio.ZERO;
        for (var group : approvals.groups()) {
            if (group.approved().get(option)) {
                gain = gain.plus(new Ratio(group.power(), BigInteger.valueOf(shared(group, members))));
            }
        }
        return gain;
    }

    /** Among how many a group shares its power. */
    private long shared(Approvals.Group group, BitSet members) {
        return switch (rule) {
            case SATISFACTION -> group.approved().cardinality();
            case SEQUENTIAL_PROPORTIONAL -> 1L + Approvals.approvedBy(group, members);
            case APPROVAL,
                    PROPORTIONAL,
                    CHAMBERLIN_COURANT,
                    SEQUENTIAL_PHRAGMEN,
                    EQUAL_SHARES,
                    EQUAL_SHARES_APPROVAL,
                    EQUAL_SHARES_ALONE -> 1L;
        };
    }
}
