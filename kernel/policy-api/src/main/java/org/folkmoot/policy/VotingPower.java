// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.List;

/** A way to weigh a voter: how much voting power a member of the roll has. */
public interface VotingPower<S extends Record> extends Plugin<S> {
    /** The voter's power: a whole number, zero or more. */
    BigInteger of(Voter voter, S settings);

    /**
     * What it reads of a voter beside the id, the time of joining and the roles. What is not named here may be missing
     * from every {@link Voter}.
     */
    default List<Need> needs(S settings) {
        return List.of();
    }
}
