// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;

/**
 * All ballots with the same choice, or some of them: how many they are and the voting power they carry together.
 *
 * <p>A choice is plain data as it stands in the signed act: a {@code String}, {@code Long}, {@code Boolean},
 * {@code List} or {@code Map} of these. Groups may be split and merged at will; a method must not notice.
 */
public record Counted(Object choice, long ballots, BigInteger power) {
    public Counted {
        if (ballots < 0 || power.signum() < 0) {
            throw new IllegalArgumentException("a group of " + ballots + " ballots with power " + power);
        }
    }
}
