// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Looks at every possible committee, in the order of its strongest members, and keeps the best. */
final class BestCommittees {
    private final Approvals approvals;
    private final CommitteeRule rule;
    private final int most;
    private final List<Integer> strongest;
    private final List<BitSet> best = new ArrayList<>();
    private Ratio worth = Ratio.ZERO;

    BestCommittees(Approvals approvals, CommitteeRule rule, Comparator<Integer> stronger, int most) {
        this.approvals = approvals;
        this.rule = rule;
        this.most = most;
        this.strongest =
                IntStream.range(0, approvals.options()).boxed().sorted(stronger).toList();
    }

    List<BitSet> found() {
        choose(0, new BitSet());
        return best;
    }

    private void choose(int from, BitSet members) {
        var open = approvals.seats() - members.cardinality();
        if (open == 0) {
            judge(members);
            return;
        }
        for (var place = from; place <= strongest.size() - open; place++) {
            choose(place + 1, SequentialCommittees.with(members, strongest.get(place)));
        }
    }

    private void judge(BitSet members) {
        var found = Ratio.ZERO;
        for (var group : approvals.groups()) {
            found = found.plus(worth(Approvals.approvedBy(group, members)).times(group.power()));
        }
        var compared = found.compareTo(worth);
        if (compared > 0) {
            best.clear();
            worth = found;
        }
        if (compared >= 0 && best.size() < most) {
            best.add(members);
        }
    }

    /** What a committee is worth to a ballot that approves so many of it. */
    private Ratio worth(int approved) {
        if (rule == CommitteeRule.CHAMBERLIN_COURANT) {
            return approved > 0 ? Ratio.ONE : Ratio.ZERO;
        }
        return IntStream.rangeClosed(1, approved)
                .mapToObj(member -> new Ratio(BigInteger.ONE, BigInteger.valueOf(member)))
                .reduce(Ratio.ZERO, Ratio::plus);
    }
}
