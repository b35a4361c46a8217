// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Who approves whom in the election of a committee. */
public record Approvals(int options, int seats, List<Group> groups) {
    /** The power behind one list of options. */
    public record Group(BitSet approved, BigInteger power) {}

    /** The power of all groups together. */
    BigInteger power() {
        return groups.stream().map(Group::power).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The power that approves each option. */
    List<BigInteger> powers() {
        var powers = new ArrayList<BigInteger>();
        for (var option = 0; option < options; option++) {
            var approved = option;
            powers.add(groups.stream()
                    .filter(group -> group.approved().get(approved))
                    .map(Group::power)
                    .reduce(BigInteger.ZERO, BigInteger::add));
        }
        return powers;
    }

    /** How many members of a committee a group approves. */
    static int approvedBy(Group group, BitSet committee) {
        var both = (BitSet) committee.clone();
        both.and(group.approved());
        return both.cardinality();
    }
}
