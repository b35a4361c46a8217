// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;

/**
 * All ballots with the same choice, or some of them: how many they are and the voting power they carry together.
 *
 * <p>A choice is plain data as it stands in the signed act: a {@code String}, {@code Long}, {@code Boolean},
 * {@code List} or {@code Map} of these. Groups may be split and merged at will; a method must not notice. Where the
 * method says so ({@link VotingMethod#mergesPowers}), only ballots of equal power are merged.
 */
public record Counted(Object choice, long ballots, BigInteger power) {
    public Counted {
        if (ballots < 0 || power.signum() < 0) {
            throw new IllegalArgumentException("a group of " + ballots + " ballots with power " + power);
        }
    }

    /** The power of each ballot, in a group where all have the same. */
    public BigInteger each() {
        if (ballots == 0 && power.signum() == 0) {
            return BigInteger.ZERO;
        }
        var each = ballots == 0 ? new BigInteger[0] : power.divideAndRemainder(BigInteger.valueOf(ballots));
        if (each.length == 0 || each[1].signum() != 0) {
            throw new IllegalStateException(ballots + " ballots with power " + power + " have not the same power each");
        }
        return each[0];
    }
}
