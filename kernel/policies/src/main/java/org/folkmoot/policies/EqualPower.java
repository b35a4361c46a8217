// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;

/** Gives every voter the same voting power: one. */
public final class EqualPower implements VotingPower<EqualPower.Settings> {
    /** There is nothing to set. */
    public record Settings() {}

    @Override
    public String id() {
        return "equal";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public BigInteger of(Voter voter, Settings settings) {
        return BigInteger.ONE;
    }
}
