// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sealing;

import java.util.List;

/**
 * What trustees made together: a key whose secret none of them has, and any quorum of them can use.
 *
 * @param trustees how many there are
 * @param commitments the public sides of the coefficients of the shared polynomial, as many as make a quorum
 */
public record GroupKey(int trustees, List<Point> commitments) {
    public GroupKey {
        commitments = List.copyOf(commitments);
        if (commitments.isEmpty() || commitments.size() > trustees)
            throw new IllegalArgumentException("a quorum of " + commitments.size() + " of " + trustees);
    }

    /** How many trustees must open together. */
    public int quorum() {
        return commitments.size();
    }

    /** The key that ballots are sealed to. */
    public Point key() {
        return commitments.getFirst();
    }

    /** The public side of a trustee's share; trustees are counted from 1. */
    public Point share(int trustee) {
        if (trustee < 1 || trustee > trustees) throw new SealingRefused("There is no trustee " + trustee + ".");
        return Polynomial.publicAt(trustee, commitments);
    }
}
