// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import java.time.Instant;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.policy.Question;
import org.folkmoot.proposals.Ruling;
import org.folkmoot.proposals.domain.Content;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Submission;
import org.folkmoot.proposals.domain.Terms;
import org.folkmoot.proposals.domain.Window;
import org.folkmoot.record.Hash;

/** Works out a proposal's poll: everything follows from the ruling, the instant of the submission and the membership position. */
final class Polls {
    private Polls() {}

    /** The poll of a submission: what is pinned, and on what terms the proposal goes on. */
    record Poll(Submission submission, Terms terms) {}

    static Poll of(Proposal proposal, Ruling ruling, Instant submittedAt) {
        var policy = ruling.policy();
        var opensAt = submittedAt.plus(policy.timing().delay());
        var window = new Window(opensAt, opensAt.plus(policy.timing().period()));
        var definition = definition(proposal, ruling, window, submittedAt);
        var submission = new Submission(
                submittedAt,
                ruling.constitution().hash().hex(),
                policy.name(),
                definition.json().canonicalText(),
                ruling.position(),
                submittedAt);
        var terms = new Terms(
                definition.id().hex(),
                window,
                policy.timing().timelock(),
                policy.timing().expires(),
                policy.retries());
        return new Poll(submission, terms);
    }

    private static PollDefinition definition(Proposal proposal, Ruling ruling, Window window, Instant rollAt) {
        var policy = ruling.policy();
        return new PollDefinition(
                policy.ballot(),
                policy.revote(),
                policy.body(),
                window.closesAt(),
                Hash.parse(proposal.community()),
                ruling.constitution().hash(),
                window.opensAt(),
                question(proposal.content()),
                policy.name(),
                Hash.parse(proposal.id()),
                rollAt,
                ruling.position(),
                ruling.balances(),
                ruling.plugins());
    }

    private static Question question(Content content) {
        return new Question(content.title(), content.options());
    }
}
