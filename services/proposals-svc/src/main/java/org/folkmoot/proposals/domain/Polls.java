// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.PluginPin;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.constitution.Stage;
import org.folkmoot.policy.Question;
import org.folkmoot.record.Hash;

/**
 * Works out the polls of a proposal: everything follows from its rules, the moment at which a stage begins and the
 * membership position.
 *
 * <p>Where several bodies decide a stage together, this is the poll of the first one; those of the others follow from it.
 *
 * @param constitution the hash of the constitution that judges the proposal
 * @param policy the policy in it
 * @param position the membership position of the rolls
 * @param balances the place in the community's journal as of which balances count, where a body asks for them
 * @param plugins the plugins of third parties that the polls are pinned to
 * @param asked what the proposal takes out of the fund of its policy, if a rule asks for it
 */
public record Polls(
        Hash constitution,
        Policy policy,
        long position,
        Optional<Long> balances,
        List<PluginPin> plugins,
        Optional<BigInteger> asked) {

    /** The poll of a stage: what is pinned, and on what terms the proposal goes on. */
    public record Poll(Submission submission, Terms terms) {}

    /** When a stage begins, which is the moment of its roll, and when it takes ballots. */
    private record Start(Instant begins, Instant opensAt) {}

    /**
     * The poll of the first stage. The delay runs from the submission; whoever waits longer than that for sponsors has
     * no delay left.
     */
    public Poll first(Proposal proposal, Instant submittedAt, Instant ready) {
        var planned = submittedAt.plus(policy.first().timing().delay());
        var start = new Start(ready, planned.isAfter(ready) ? planned : ready);
        return poll(proposal, policy.first(), 1, submittedAt, start);
    }

    /**
     * The poll of a later stage, which begins with the decision of the one before. The delay runs from there; whoever hears of it
     * later than that, as after an outage, takes it from the delay and never from the time to vote.
     */
    public Poll next(
            Proposal proposal, Polled before, Stage stage, Instant submittedAt, Instant decidedAt, Instant heardAt) {
        var planned = decidedAt.plus(stage.timing().delay());
        var start = new Start(decidedAt, planned.isAfter(heardAt) ? planned : heardAt);
        return poll(proposal, stage, before.terms().stage() + 1, submittedAt, start);
    }

    private Poll poll(Proposal proposal, Stage stage, int number, Instant submittedAt, Start start) {
        var window = new Window(start.opensAt, start.opensAt.plus(stage.timing().open()));
        var definition = definition(proposal, stage, window, start.begins);
        var submission = new Submission(
                submittedAt,
                constitution.hex(),
                policy.name(),
                definition.json().canonicalText(),
                position,
                start.begins);
        var terms = new Terms(definition.id().hex(), window, policy.retries(), number);
        return new Poll(submission, terms);
    }

    private PollDefinition definition(Proposal proposal, Stage stage, Window window, Instant rollAt) {
        var chamber = stage.main();
        var content = proposal.content();
        return new PollDefinition(
                chamber.ballot(),
                chamber.revote(),
                chamber.body(),
                window.closesAt(),
                Hash.parse(proposal.community()),
                constitution,
                window.opensAt(),
                new Question(content.title(), content.options()),
                policy.name(),
                Hash.parse(proposal.id()),
                rollAt,
                position,
                balances,
                plugins,
                policy.mark(stage),
                stage.mark(chamber),
                asked);
    }
}
