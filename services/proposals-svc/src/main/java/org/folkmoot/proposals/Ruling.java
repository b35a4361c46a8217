// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Policy;
import org.folkmoot.proposals.domain.Polls;

/**
 * What the rules say at one moment.
 *
 * @param constitution the constitution in force
 * @param policy the policy in it that judges the proposal
 * @param position the membership position that this service has reached
 * @param balances the place in the community's journal that it has reached, where the body asks what members own
 * @param plugins the plugins of third parties that the poll will be pinned to
 * @param asked what the proposal takes out of the fund of its policy, if a rule asks for it
 */
public record Ruling(
        Constitution constitution,
        Policy policy,
        long position,
        Optional<Long> balances,
        List<PluginPin> plugins,
        Optional<BigInteger> asked) {
    public Ruling {
        plugins = List.copyOf(plugins);
    }

    /** The polls that follow from it. */
    public Polls polls() {
        return new Polls(constitution.hash(), policy, position, balances, plugins, asked);
    }
}
