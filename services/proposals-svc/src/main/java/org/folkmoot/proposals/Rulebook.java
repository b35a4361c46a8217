// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.proposals.domain.Content;
import org.folkmoot.proposals.domain.Rules;
import org.folkmoot.record.Hash;

/** Asks the constitution that is in force now about a proposal. */
@ApplicationScoped
public class Rulebook {
    private final MembershipStore membership;
    private final RoleStore roles;
    private final Constitutions constitutions;
    private final Plugins plugins;

    Rulebook(MembershipStore membership, RoleStore roles, Constitutions constitutions, Plugins plugins) {
        this.roles = roles;
        this.membership = membership;
        this.constitutions = constitutions;
        this.plugins = plugins;
    }

    /** Finds the policy that judges a proposal, or refuses the proposal or its author. */
    public Ruling judge(Hash community, Content content, KnownMember author, Instant now) {
        var known = membership
                .community(community)
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)));
        var constitution = constitutions.inForce(known);
        var policy = new Rules(constitution, plugins).judge(content, roles.voter(community, author, now), now);
        return new Ruling(constitution, policy, known.position());
    }
}
