// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Proposing;
import org.folkmoot.constitution.Who;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.policy.Voter;
import org.folkmoot.record.Hash;

/** Says what somebody may do now, and by which rule and fact. */
@ApplicationScoped
class ReadEligibility {
    /**
     * One answer.
     *
     * @param to what: vote, propose or vouch
     * @param in the body or the policy that it is about; empty for the whole community
     * @param rule the rule that says so, as the constitution writes it
     * @param words why, with the fact that it looked at
     */
    public record Answer(String to, String in, boolean eligible, String rule, String words) {
        private Answer and(String more) {
            return new Answer(to, in, eligible, rule, words + more);
        }
    }

    private final MembershipStore membership;
    private final RoleStore roles;
    private final Constitutions constitutions;
    private final Plugins plugins;
    private final Clock clock;

    ReadEligibility(
            MembershipStore membership, RoleStore roles, Constitutions constitutions, Plugins plugins, Clock clock) {
        this.membership = membership;
        this.roles = roles;
        this.constitutions = constitutions;
        this.plugins = plugins;
        this.clock = clock;
    }

    @Transactional
    List<Answer> handle(Hash community, Hash person) {
        var constitution = constitutions.inForce(membership
                .community(community)
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community))));
        var now = clock.instant();
        return membership
                .member(community, person)
                .map(member -> ofMember(constitution, member, roles.voter(community, member, now), now))
                .orElseGet(() -> ofStranger(constitution));
    }

    private static List<Answer> ofStranger(Constitution constitution) {
        var answers = new ArrayList<Answer>();
        for (var body : constitution.bodies().keySet())
            answers.add(new Answer("vote", body, false, "membership", "Not a member now."));
        for (var policy : constitution.policies())
            answers.add(new Answer("propose", policy.name(), false, "membership", "Not a member now."));
        answers.add(new Answer("vouch", "", false, "membership", "Not a member now."));
        return answers;
    }

    private List<Answer> ofMember(Constitution constitution, KnownMember member, Voter voter, Instant now) {
        var answers = new ArrayList<Answer>();
        for (var body : constitution.bodies().keySet()) answers.add(vote(constitution, body, voter, now));
        for (var policy : constitution.policies()) {
            var who = policy.proposing().who();
            var answer = who.isEmpty()
                    ? new Answer("propose", policy.name(), true, "membership", since(member))
                    : asked("propose", policy.name(), who.get(), voter, now);
            answers.add(answer.eligible() ? answer.and(more(policy.proposing())) : answer);
        }
        answers.add(new Answer("vouch", "", true, "membership", since(member)));
        return answers;
    }

    /** What proposals-svc looks at besides, when something is submitted. */
    private static String more(Proposing proposing) {
        var power = proposing.power().isPresent() || proposing.least().isPresent();
        var limited = !proposing.limits().equals(Proposing.Limits.NONE);
        return (power ? " The roll has to give enough power." : "")
                + (limited ? " Not more proposals than the limit." : "");
    }

    private Answer vote(Constitution constitution, String name, Voter voter, Instant now) {
        var body = constitution.bodies().get(name);
        if (body == null) throw new IllegalStateException("a body that is not there: " + name);
        var coolDown = constitution.membership().coolDown();
        var from = voter.since().plus(coolDown);
        if (from.isAfter(now) && !voter.roles().contains(Who.FOUNDER))
            return new Answer(
                    "vote",
                    name,
                    false,
                    "membership.coolDown: " + coolDown,
                    "A member since " + voter.since() + ", so on a roll from " + from + " on.");
        var answer = asked("vote", name, body.who(), voter, now);
        if (!answer.eligible()) return answer;
        var capped = body.cap()
                .map(cap -> ", or less: at most " + cap + " of all power")
                .orElse("");
        try {
            var electorate = ElectorateRule.of(body, coolDown, now, plugins);
            var excluded = electorate.excludedBy(voter);
            if (excluded.isPresent())
                return new Answer("vote", name, false, "exclude", "Excluded as '" + excluded.get() + "'.");
            return electorate
                    .seat(voter)
                    .map(seat -> new Answer(
                            "vote", name, true, answer.rule(), "With the power " + seat.power() + capped + "."))
                    .orElseGet(
                            () -> new Answer("vote", name, false, body.power().id(), "Without voting power."));
        } catch (ConstitutionRefused missing) {
            return new Answer(
                    "vote",
                    name,
                    false,
                    body.power().id(),
                    missing.complaints().getFirst().reason());
        }
    }

    private static Answer asked(String to, String in, Who who, Voter voter, Instant now) {
        var facts = "A member since " + voter.since() + " with the roles " + voter.roles() + ".";
        try {
            return new Answer(to, in, who.admits(voter, now), who.source(), facts);
        } catch (ExpressionFailed e) {
            return new Answer(to, in, false, who.source(), String.valueOf(e.getMessage()));
        }
    }

    private static String since(KnownMember member) {
        return "A member since " + member.since() + ".";
    }
}
