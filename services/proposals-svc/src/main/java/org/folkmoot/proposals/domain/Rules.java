// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.ActionRefused;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Funds;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Route;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Together;
import org.folkmoot.constitution.Unsupported;
import org.folkmoot.constitution.Who;
import org.folkmoot.constitution.check.Check;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Voter;

/** What a constitution says about a proposal. Whatever can not be judged is refused. */
public record Rules(Constitution constitution, Plugins plugins) {

    /** Finds the policy that judges a proposal, or refuses the proposal or its author. */
    public Policy judge(Content content, Voter author, Instant now) {
        var actions = actions(content);
        checkAmendments(actions);
        var policy = policy(actions);
        var unsupported = Unsupported.of(policy);
        if (!unsupported.isEmpty()) throw new Refused(new Refusal.PolicyNotRun(policy.name(), unsupported));
        checkQuestion(policy, content);
        checkPlugins(policy);
        if (policy.proposing().who().stream().anyMatch(who -> !admits(who, author, now)))
            throw new Refused(new Refusal.MayNotPropose(author.member(), policy.name()));
        return policy;
    }

    /** What the proposal takes out of the fund of its policy; nothing if no rule asks for it. */
    public Optional<BigInteger> asked(Content content, Policy policy) {
        return Funds.of(policy, plugins)
                .map(fund -> Funds.asked(actions(content), fund)
                        .orElseThrow(() -> new Refused(new Refusal.NoPolicy("The policy " + policy.name()
                                + " asks how much is taken out of '" + fund.account()
                                + "', and what some action moves is not known before."))));
    }

    /** The plugins of third parties that a poll by this policy is pinned to. */
    public List<PluginPin> pins(Policy policy) {
        return PluginPin.of(policy, constitution, plugins);
    }

    /** Whether a member is on the roll of a body at this moment; where that has no answer, the member is not. */
    public boolean hasSeat(String name, Voter member, Instant now) {
        var body = constitution.body(name).orElseThrow();
        try {
            return ElectorateRule.of(body, constitution.membership().coolDown(), now, plugins)
                    .seat(member)
                    .isPresent();
        } catch (ExpressionFailed _) {
            return false;
        } catch (ConstitutionRefused missing) {
            throw uninstalled(missing);
        }
    }

    /** What is wrong under these rules with the actions that a decision ordered; nothing else is judged. */
    public Checked check(Content content, List<Integer> ordered, Instant now) {
        var faults = ordered.stream()
                .flatMap(action -> faults(content.actions().get(action), action))
                .toList();
        return new Checked(now, constitution.hash().hex(), faults);
    }

    private Stream<Refusal.Fault> faults(Map<String, Object> action, int index) {
        try {
            Action.read(action, constitution);
            return Stream.empty();
        } catch (ActionRefused refused) {
            return Faults.of(refused, index);
        }
    }

    private List<Action> actions(Content content) {
        try {
            var actions = Action.readAll(
                    content.actions(), content.options(), constitution, document -> Check.accept(document, plugins));
            if (content.together()) Together.check(actions);
            return actions;
        } catch (ActionRefused refused) {
            throw new Refused(Faults.of(refused, content.actions()));
        }
    }

    /** What would be refused when it is enacted need not be voted on. */
    private static void checkAmendments(List<Action> actions) {
        for (var i = 0; i < actions.size(); i++) {
            if (actions.get(i) instanceof Action.Amend amend) {
                var complaints = Unsupported.of(amend.constitution());
                if (!complaints.isEmpty()) throw new Refused(Faults.ofAmendment(complaints, i));
            }
        }
    }

    private Policy policy(List<Action> actions) {
        return switch (constitution.policyFor(actions)) {
            case Route.Judged judged -> judged.policy();
            case Route.NoPolicy none -> throw new Refused(new Refusal.NoPolicy(none.reason()));
        };
    }

    private void checkQuestion(Policy policy, Content content) {
        for (var stage : policy.stages()) {
            for (var chamber : stage.chambers()) {
                checkQuestion(policy, chamber, content);
            }
        }
    }

    private void checkQuestion(Policy policy, Chamber chamber, Content content) {
        try {
            plugins.method(chamber.ballot()).checkQuestion(new Question(content.title(), content.options()));
            chamber.rules().forEach(named -> plugins.rule(named.rule()));
            constitution.body(chamber.body()).ifPresent(body -> plugins.power(body.power()));
        } catch (InvalidQuestion invalid) {
            throw new Refused(
                    new Refusal.QuestionInvalid(policy.name(), chamber.ballot().id(), invalid.reason()));
        } catch (ConstitutionRefused missing) {
            throw uninstalled(missing);
        }
    }

    /** The plugin was there when the constitution was accepted, but is not installed here. */
    private static Refused uninstalled(ConstitutionRefused missing) {
        return new Refused(new Refusal.NoPolicy(missing.complaints().getFirst().reason()));
    }

    /** Polls that are followed ask while ballots come in; a third party's plugin must not keep those of others waiting. */
    private void checkPlugins(Policy policy) {
        var followed = !policy.trends().isEmpty() || !policy.stages().stream().allMatch(Stage::simple);
        if (followed && !pins(policy).isEmpty())
            throw new Refused(new Refusal.PolicyNotRun(
                    policy.name(),
                    List.of(
                            "A third party's policy is not asked where several chambers decide together, where a poll may"
                                    + " close early or late, or where shares are remembered.")));
    }

    private static boolean admits(Who who, Voter author, Instant now) {
        try {
            return who.admits(author, now);
        } catch (ExpressionFailed _) {
            return false;
        }
    }
}
