// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Body;
import org.folkmoot.constitution.Bound;
import org.folkmoot.constitution.Chamber;
import org.folkmoot.constitution.Changes;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.ElectorateRule;
import org.folkmoot.constitution.Fenced;
import org.folkmoot.constitution.Funds;
import org.folkmoot.constitution.Measures;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.Stage;
import org.folkmoot.constitution.Unsupported;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Growth;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Result;
import org.folkmoot.record.PasskeyRules;

/**
 * The rules of one poll, found in the constitution that it is judged by.
 *
 * <p>The definition repeats some of them, because voters sign it. If it repeats them wrongly, the poll is not the one
 * that the constitution provides for, and is refused.
 *
 * @param stage the stage that the poll belongs to
 * @param chamber the chamber of it that votes
 * @param who the condition of the body that votes, as it is written
 * @param passkeys where and how members may sign with passkeys
 * @param seal how its ballots are sealed, if they are
 * @param recounted whether some body of the stage is counted again at the close
 * @param fund what proposals under the policy are paid from, if a rule asks how large a part of it they ask for
 */
public record PollRules(
        PollDefinition definition,
        Policy policy,
        Stage stage,
        Chamber chamber,
        Bound.Method<?> method,
        ElectorateRule electorate,
        String who,
        PasskeyRules passkeys,
        Optional<Seal> seal,
        boolean recounted,
        Optional<Growth.Fund> fund) {
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
        var unsupported = Unsupported.of(policy);
        if (!unsupported.isEmpty()) throw new Unfit("The policy cannot be held here. " + String.join(" ", unsupported));
        var stage = Fit.stage(definition, policy);
        var chamber = Fit.chamber(definition, stage);
        var body = constitution.bodies().get(chamber.body());
        if (body == null) throw new Unfit("The constitution has no body " + chamber.body() + ".");
        Fit.compare(definition, stage, chamber);
        var recounted = recounted(stage, policy, constitution);
        if (!definition.plugins().equals(PluginPin.of(policy, constitution, plugins)))
            throw new Unfit("The poll is not pinned to the plugins that its policy uses.");
        if (!definition.plugins().isEmpty() && isFollowed(stage, policy))
            throw new Unfit(
                    "A third party's policy cannot be asked while ballots come, as a poll whose close may move needs.");
        try {
            var needed = constitution.needsBalances(policy, plugins);
            if (definition.balancesPosition().isPresent() != needed)
                throw new Unfit(
                        needed
                                ? "The policy asks what members own, and the poll does not say as of when."
                                : "The policy does not ask what members own, and the poll says as of when.");
            var method = plugins.method(definition.ballot());
            method.checkQuestion(definition.question());
            var electorate =
                    ElectorateRule.of(body, constitution.membership().coolDown(), definition.rollAt(), plugins);
            Measures.missing(chamber, electorate, plugins).stream().findFirst().ifPresent(name -> {
                throw new Unfit(Measures.sentence(name));
            });
            return new PollRules(
                    definition,
                    policy,
                    stage,
                    chamber,
                    method,
                    electorate,
                    body.who().source(),
                    constitution.passkeys(),
                    seal(definition, constitution, policy, stage),
                    recounted,
                    fund(definition, policy, plugins));
        } catch (ConstitutionRefused e) {
            throw new Unfit("A plugin of the policy cannot be used here: " + e.getMessage());
        } catch (InvalidQuestion e) {
            throw new Unfit(e.reason());
        }
    }

    private static Optional<Growth.Fund> fund(PollDefinition definition, Policy policy, Plugins plugins) {
        var fund = Funds.of(policy, plugins);
        if (fund.isPresent() != definition.asked().isPresent())
            throw new Unfit(
                    fund.isPresent()
                            ? "The policy asks how much of its fund is asked for, and the poll does not say."
                            : "The policy does not ask how much is asked for, and the poll says it.");
        return fund;
    }

    private static Optional<Seal> seal(
            PollDefinition definition, Constitution constitution, Policy policy, Stage stage) {
        if (!Fit.chamber(definition, stage).sealed()) return Optional.empty();
        if (Fit.chamber(definition, stage).officers().isPresent())
            throw new Unfit("Where ballots are sealed, no officer enters ballots.");
        if (!decidesAtClose(stage, policy))
            throw new Unfit("Nobody knows before the close what sealed ballots say, and the policy asks it.");
        return Optional.of(Seal.of(constitution, definition.question()));
    }

    private static boolean recounted(Stage stage, Policy policy, Constitution constitution) {
        var changes = stage.chambers().stream()
                .flatMap(chamber -> constitution.body(chamber.body()).stream())
                .map(Body::changes)
                .collect(Collectors.toSet());
        var recounted = changes.contains(Changes.RECOUNT);
        var changing = recounted || changes.contains(Changes.ABORT);
        if (changing && stage.sealed() || recounted && !decidesAtClose(stage, policy))
            throw new Unfit("A body is looked at again at the close, and the policy asks before it who will be left.");
        return recounted;
    }

    private static boolean decidesAtClose(Stage stage, Policy policy) {
        return stage.decidesAtClose() && policy.trends().isEmpty();
    }

    /** Whether a choice is sealed still, so that nobody knows what it says. */
    public boolean isSealed(Object choice) {
        return seal.isPresent() && choice instanceof Map<?, ?> object && object.containsKey(Seal.SEALED);
    }

    /** Whether members of the body that votes let others vote for them. */
    public boolean delegates() {
        return electorate.body().delegation().isPresent();
    }

    /** When voters say why. */
    public Reasons reasons() {
        return new Reasons(Set.copyOf(chamber.reasons()), seal.isPresent());
    }

    /** The definitions of the polls that are decided together with this one. */
    public List<PollDefinition> others() {
        return stage.chambers().stream()
                .filter(other -> !other.equals(chamber))
                .map(definition::in)
                .toList();
    }

    /** Whether the method is a third party's, which must not be asked where nobody may wait. */
    public static boolean isSlow(Bound.Method<?> method) {
        return method.plugin() instanceof Fenced;
    }

    /** Groups for the ballots of this poll, as its method wants them. */
    public Groups groups() {
        return new Groups(method.mergesPowers());
    }

    /** Counts ballots, all of them checked before. */
    public Result tally(Iterable<Counted> ballots) {
        return method.tally(ballots, definition.question());
    }

    /** Whether the poll must be followed: its close may move, others are decided with it, or the policy remembers it. */
    public boolean followed() {
        return isFollowed(stage, policy) && !stage.sealed() && !recounted;
    }

    /** Whether the poll is one of several of which nobody knows before their close what they come to, and that decide together. */
    public boolean closesTogether() {
        return (stage.sealed() || recounted) && stage.chambers().size() > 1;
    }

    private static boolean isFollowed(Stage stage, Policy policy) {
        return !stage.simple() || !policy.trends().isEmpty();
    }

    /** Whether the stage's decision is the proposal's, so that no other stage follows it. */
    public boolean ends(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> stage.passes().isEmpty();
            case REJECTED -> stage.fails().isEmpty();
        };
    }
}
