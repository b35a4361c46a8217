// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Voter;

/**
 * How proposals of one kind are judged.
 *
 * @param name its name
 * @param applies which proposals it judges
 * @param body the name of the body that votes
 * @param propose who may propose; every member, if nothing is said
 * @param ballot the voting method
 * @param revote which of a voter's ballots counts
 * @param quorum the rule about turnout, if there is one
 * @param approval the rule about consent, if there is one
 * @param rules further rules
 * @param timing how long each stage takes
 * @param retries how often a failed enactment may be tried again
 */
public record Policy(
        String name,
        Applies applies,
        String body,
        Optional<Who> propose,
        PluginCall ballot,
        Revote revote,
        Optional<PluginCall> quorum,
        Optional<PluginCall> approval,
        List<PluginCall> rules,
        Timing timing,
        int retries) {
    public Policy {
        rules = List.copyOf(rules);
    }

    /** Tells whether a member may make a proposal that this policy judges, or throws {@link ExpressionFailed}. */
    public boolean mayPropose(Voter member, Instant at) {
        return propose.map(who -> who.admits(member, at)).orElse(true);
    }

    /** Every rule under the name that a trace gives it; all of them must pass. */
    public List<NamedRule> allRules() {
        var all = new ArrayList<NamedRule>();
        quorum.ifPresent(rule -> all.add(new NamedRule("quorum", rule)));
        approval.ifPresent(rule -> all.add(new NamedRule("approval", rule)));
        rules.forEach(rule -> all.add(new NamedRule(rule.id(), rule)));
        return List.copyOf(all);
    }

    /** A rule and the name that a trace gives it. */
    public record NamedRule(String name, PluginCall rule) {}
}
