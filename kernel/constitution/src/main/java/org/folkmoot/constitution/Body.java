// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Need;

/**
 * Who may vote together, and with which power.
 *
 * @param name its name
 * @param who the condition that its members satisfy
 * @param power the plugin that weighs them
 * @param exclude members, members' accounts and roles that are never on its roll, whatever the condition says
 * @param cap the largest share of all power that one member's power may be, if there is such a limit
 * @param changes what becomes of a poll when the body changes while it is open
 * @param least the power that it is never meant to have less of: rules need not be reachable below
 * @param delegation how its members may let others vote for them, if they may
 */
public record Body(
        String name,
        Who who,
        PluginCall power,
        List<String> exclude,
        Optional<Fraction> cap,
        Changes changes,
        long least,
        Optional<Delegating> delegation) {
    public Body {
        exclude = List.copyOf(exclude);
    }

    /** A body of which nothing else is said. */
    public Body(String name, Who who, PluginCall power) {
        this(name, who, power, List.of(), Optional.empty(), Changes.IGNORE, 1, Optional.empty());
    }

    /** What must be known of members to make its roll, or {@link ConstitutionRefused} if its plugin is not installed. */
    public List<Need> needs(Plugins plugins) {
        return Stream.concat(who.needs().stream(), plugins.power(power).needs().stream())
                .distinct()
                .toList();
    }

    /** Whether its roll depends on what members own. */
    public boolean needsBalances(Plugins plugins) {
        return needs(plugins).stream().anyMatch(Need.Balances.class::isInstance);
    }
}
