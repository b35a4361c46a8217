// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.Fenced;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Result;
import org.folkmoot.record.Json;
import org.folkmoot.record.PasskeyRules;

/**
 * The rules of one poll, found in the constitution that it is judged by.
 *
 * <p>The definition repeats some of them, because voters sign it. If it repeats them wrongly, the poll is not the one
 * that the constitution provides for, and is refused.
 *
 * @param who the condition of the body that votes, as it is written
 * @param passkeys where and how members may sign with passkeys
 */
public record PollRules(
        PollDefinition definition,
        Policy policy,
        Bound.Method<?> method,
        ElectorateRule electorate,
        String who,
        PasskeyRules passkeys) {
    /** Says why a poll cannot be held. */
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Takes the reason. */
        public Unfit(String reason) {
            super(reason, null, false, false);
        }

        /** The reason, as a sentence. */
        public String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Finds the rules, or throws {@link Unfit}. */
    public static PollRules of(PollDefinition definition, Constitution constitution, Plugins plugins) {
        if (!constitution.hash().equals(definition.constitution()))
            throw new Unfit("The poll names another constitution.");
        var policy = constitution
                .policy(definition.policy())
                .orElseThrow(() -> new Unfit("The constitution has no policy " + definition.policy() + "."));
        var body = constitution.bodies().get(policy.body());
        if (body == null) throw new Unfit("The constitution has no body " + policy.body() + ".");
        compare(definition, policy);
        if (!definition.plugins().equals(PluginPin.of(policy, body, plugins)))
            throw new Unfit("The poll is not pinned to the plugins that its policy uses.");
        try {
            if (definition.balancesPosition().isPresent() != body.needsBalances(plugins))
                throw new Unfit(
                        body.needsBalances(plugins)
                                ? "The body asks what members own, and the poll does not say as of when."
                                : "The body does not ask what members own, and the poll says as of when.");
            var method = plugins.method(definition.ballot());
            method.checkQuestion(definition.question());
            return new PollRules(
                    definition,
                    policy,
                    method,
                    ElectorateRule.of(body, constitution.membership().coolDown(), definition.rollAt(), plugins),
                    body.who().source(),
                    constitution.passkeys());
        } catch (ConstitutionRefused e) {
            throw new Unfit("A plugin of the policy cannot be used here: " + e.getMessage());
        } catch (InvalidQuestion e) {
            throw new Unfit(e.reason());
        }
    }

    /** Whether the method is a third party's, which must not be asked where nobody may wait. */
    public static boolean isSlow(Bound.Method<?> method) {
        return method.plugin() instanceof Fenced;
    }

    /** Counts ballots, all of them checked before. */
    public Result tally(Iterable<Counted> ballots) {
        return method.tally(ballots, definition.question());
    }

    private static void compare(PollDefinition definition, Policy policy) {
        if (!definition.body().equals(policy.body())) throw new Unfit("The policy asks another body.");
        if (definition.revote() != policy.revote()) throw new Unfit("The policy counts other ballots of a member.");
        if (!definition.ballot().id().equals(policy.ballot().id()) || !sameSettings(definition, policy))
            throw new Unfit("The policy asks for another voting method.");
        if (!definition.opensAt().plus(policy.timing().period()).equals(definition.closesAt()))
            throw new Unfit("The policy gives another time to vote.");
    }

    private static boolean sameSettings(PollDefinition definition, Policy policy) {
        return Json.object(definition.ballot().settings())
                .equals(Json.object(policy.ballot().settings()));
    }
}
