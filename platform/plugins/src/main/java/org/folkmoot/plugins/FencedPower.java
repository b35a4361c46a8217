// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.plugins;

import java.math.BigInteger;
import java.util.List;
import org.folkmoot.policy.Need;
import org.folkmoot.policy.Voter;
import org.folkmoot.policy.VotingPower;

/** A third party's scale. */
final class FencedPower<S extends Record> extends FencedPlugin<S> implements VotingPower<S> {
    private final VotingPower<S> power;

    FencedPower(VotingPower<S> power, Made made, Fence fence) {
        super(made, fence);
        this.power = power;
    }

    @Override
    public BigInteger of(Voter voter, S settings) {
        return fence().ask(fence().limits().call(), () -> Answers.power(power.of(voter, settings)));
    }

    @Override
    public List<Need> needs(S settings) {
        return fence().ask(fence().limits().call(), () -> Answers.needs(power.needs(settings)));
    }
}
