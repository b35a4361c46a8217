// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Follows every way in which ties can fall in an election member by member, the stronger options first. */
final class SequentialCommittees {
    private final Approvals approvals;
    private final CommitteeSteps steps;
    private final Comparator<Integer> stronger;
    private final int most;
    private final Set<CommitteeSteps.State> seen = new HashSet<>();
    private final Set<BitSet> found = new LinkedHashSet<>();

    SequentialCommittees(Approvals approvals, CommitteeSteps steps, Comparator<Integer> stronger, int most) {
        this.approvals = approvals;
        this.steps = steps;
        this.stronger = stronger;
        this.most = most;
    }

    /** Different committees, at most so many as were asked for. */
    List<BitSet> found() {
        follow(steps.start());
        return List.copyOf(found);
    }

    // Two ways to one state go on alike, so each state is followed once.
    private void follow(CommitteeSteps.State state) {
        if (found.size() >= most || !seen.add(state)) {
            return;
        }
        var next = state.members().cardinality() == approvals.seats() ? List.<Integer>of() : steps.next(state);
        if (next.isEmpty()) {
            found.add(state.members());
            return;
        }
        next.stream().sorted(stronger).forEach(option -> follow(steps.elect(state, option)));
    }

    /** A committee and one more. */
    static BitSet with(BitSet members, int option) {
        var more = (BitSet) members.clone();
        more.set(option);
        return more;
    }
}
