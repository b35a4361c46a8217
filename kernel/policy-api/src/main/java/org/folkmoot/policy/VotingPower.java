// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;

/** A way to weigh a voter: how much voting power a member of the roll has. */
public interface VotingPower<S extends Record> extends Plugin<S> {
    /** The voter's power: a whole number, zero or more. */
    BigInteger of(Voter voter, S settings);
}
