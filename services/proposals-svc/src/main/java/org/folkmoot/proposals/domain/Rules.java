// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.ActionRefused;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Route;
import org.folkmoot.constitution.Who;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Voter;

/** What a constitution says about a proposal. Whatever can not be judged is refused. */
public record Rules(Constitution constitution, Plugins plugins) {

    /** Finds the policy that judges a proposal, or refuses the proposal or its author. */
    public Policy judge(Content content, Voter author, Instant now) {
        var policy = policy(actions(content));
        checkQuestion(policy, content);
        if (policy.proposing().who().stream().anyMatch(who -> !admits(who, author, now)))
            throw new Refused(new Refusal.MayNotPropose(author.member(), policy.name()));
        return policy;
    }

    /** The plugins of third parties that a poll by this policy is pinned to. */
    public List<PluginPin> pins(Policy policy) {
        return constitution
                .body(policy.body())
                .map(body -> PluginPin.of(policy, body, plugins))
                .orElseGet(List::of);
    }

    private List<Action> actions(Content content) {
        try {
            return Action.readAll(content.actions(), content.options(), constitution, plugins);
        } catch (ActionRefused refused) {
            throw new Refused(Faults.of(refused, content.actions()));
        }
    }

    private Policy policy(List<Action> actions) {
        return switch (constitution.policyFor(actions)) {
            case Route.Judged judged -> judged.policy();
            case Route.NoPolicy none -> throw new Refused(new Refusal.NoPolicy(none.reason()));
        };
    }

    private void checkQuestion(Policy policy, Content content) {
        try {
            plugins.method(policy.ballot()).checkQuestion(new Question(content.title(), content.options()));
            policy.allRules().forEach(named -> plugins.rule(named.rule()));
            constitution.body(policy.body()).ifPresent(body -> plugins.power(body.power()));
        } catch (InvalidQuestion invalid) {
            throw new Refused(
                    new Refusal.QuestionInvalid(policy.name(), policy.ballot().id(), invalid.reason()));
        } catch (ConstitutionRefused missing) {
            // The plugin was there when the constitution was accepted, but is not installed here.
            throw new Refused(
                    new Refusal.NoPolicy(missing.complaints().getFirst().reason()));
        }
    }

    private static boolean admits(Who who, Voter author, Instant now) {
        try {
            return who.admits(author, now);
        } catch (ExpressionFailed _) {
            return false;
        }
    }
}
