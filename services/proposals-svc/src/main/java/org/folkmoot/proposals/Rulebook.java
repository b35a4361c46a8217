// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Policy;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.proposals.domain.Checked;
import org.folkmoot.proposals.domain.Content;
import org.folkmoot.proposals.domain.Entry;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.proposals.domain.Rules;
import org.folkmoot.record.Hash;

/** Asks the constitution that is in force now about a proposal. */
@ApplicationScoped
public class Rulebook {
    private final MembershipStore membership;
    private final RoleStore roles;
    private final BalanceStore balances;
    private final Constitutions constitutions;
    private final Plugins plugins;

    Rulebook(
            MembershipStore membership,
            RoleStore roles,
            BalanceStore balances,
            Constitutions constitutions,
            Plugins plugins) {
        this.balances = balances;
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
        var rules = new Rules(constitution, plugins);
        var policy = rules.judge(content, roles.voter(community, author, now), now);
        var balances = balances(constitution, policy, community);
        var asked = rules.asked(content, policy);
        return new Ruling(constitution, policy, known.position(), balances, rules.pins(policy), asked);
    }

    /** Reads the actions that a decision ordered again, by the constitution that is in force now. */
    public Checked check(Hash community, Content content, List<Integer> ordered, Instant now) {
        var known = membership
                .community(community)
                .orElseThrow(() -> new IllegalStateException("a proposal of an unknown community: " + community));
        return new Rules(constitutions.inForce(known), plugins).check(content, ordered, now);
    }

    /** The rules that a submission pinned, with the members and balances that are known now. */
    public Ruling pinned(Hash community, Content content, Entry entry) {
        var constitution = constitution(community, Hash.parse(entry.constitution()));
        var policy = constitution.policy(entry.policy()).orElseThrow();
        var balances = balances(constitution, policy, community);
        var rules = new Rules(constitution, plugins);
        var asked = rules.asked(content, policy);
        return new Ruling(constitution, policy, membership.position(community), balances, rules.pins(policy), asked);
    }

    /** Whether a member is on the roll of a body of the pinned rules at this moment. */
    public boolean hasSeat(Hash community, Entry entry, String body, KnownMember member, Instant now) {
        return new Rules(constitution(community, Hash.parse(entry.constitution())), plugins)
                .hasSeat(body, roles.voter(community, member, now), now);
    }

    /** A constitution that a submission pinned. */
    public Constitution constitution(Hash community, Hash pinned) {
        return constitutions
                .known(community, pinned)
                .orElseThrow(() -> new IllegalStateException("the rules are gone: " + pinned));
    }

    /** The place in the community's journal that this service has reached, if a body of the policy asks for balances. */
    // Not one that somebody names: what moves later moves no vote.
    public Optional<Long> balances(Constitution constitution, Policy policy, Hash community) {
        try {
            return Optional.of(community)
                    .filter(_ -> constitution.needsBalances(policy, plugins))
                    .map(balances::position);
        } catch (ConstitutionRefused missing) {
            throw new Refused(
                    new Refusal.NoPolicy(missing.complaints().getFirst().reason()));
        }
    }
}
