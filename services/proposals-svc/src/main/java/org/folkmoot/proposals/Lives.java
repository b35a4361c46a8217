// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Policy;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Checked;
import org.folkmoot.proposals.domain.Dossier.Transition;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.Entry;
import org.folkmoot.proposals.domain.Limits;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.proposals.domain.Roll;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.proposals.domain.Submission;

/** The only way to change a proposal: take it, which locks it, and move it, which keeps the row, the timeline and the deadlines as one. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Lives {
    private final ProposalStore proposals;
    private final Timeline timeline;
    private final Schedule schedule;
    private final Announcements announcements;
    private final Clock clock;

    Lives(ProposalStore proposals, Timeline timeline, Schedule schedule, Announcements announcements, Clock clock) {
        this.proposals = proposals;
        this.timeline = timeline;
        this.schedule = schedule;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Keeps a new draft. */
    public void begin(Proposal proposal, Draft draft) {
        proposals.insert(proposal);
        timeline.add(proposal.id(), Transition.into(draft, draft.draftedAt(), new Cause.Act(proposal.id())));
    }

    /** Locks a proposal until the transaction ends, and makes it what time has made of it. */
    public Optional<Taken> find(String id) {
        return proposals.lock(id).map(this::broughtToNow);
    }

    /** Locks a proposal that must exist. */
    public Taken take(String id) {
        return find(id).orElseThrow(() -> new Refused(new Refusal.ProposalUnknown(id)));
    }

    /** Locks a proposal, unless another worker is at it already. */
    public Optional<Taken> findFree(String id) {
        return proposals.tryLock(id) ? find(id) : Optional.empty();
    }

    /** Lets a proposal that was taken enter its next state. */
    public void move(Proposal before, State next, Instant at, Cause cause) {
        var after = before.in(next);
        proposals.save(after);
        timeline.add(after.id(), Transition.into(next, at, cause));
        schedule.replace(after.id(), next);
        announcements.tell(before, next);
    }

    /** Refuses a submission under a policy that lets its author make no more. The author's acts come one at a time. */
    public void checkLimits(Proposal proposal, Policy policy, Instant now) {
        var limits = policy.proposing().limits();
        var open = limits.open()
                .map(_ -> proposals.open(proposal.community(), proposal.author(), policy.name(), now))
                .orElse(0L);
        var made = limits.count()
                .map(most -> proposals.submittedAt(proposal.community(), proposal.author(), policy.name(), most))
                .orElse(List.of());
        Limits.check(policy, open, made, now);
    }

    /** The rules that the submission pinned. */
    public Entry entry(Proposal proposal) {
        return proposals
                .entry(proposal.id())
                .orElseThrow(() -> new IllegalStateException("not submitted: " + proposal.id()));
    }

    /** Keeps the rules that the submission pins, for a proposal that has no poll yet. */
    public void enter(Proposal proposal, Entry entry) {
        proposals.enter(proposal.id(), entry);
    }

    /** The act by which a proposal was submitted: the first thing that happens to a draft, unless it is cancelled. */
    String submittedBy(Proposal proposal) {
        return switch (timeline.of(proposal.id()).get(1).cause()) {
            case Cause.Act act -> act.act();
            case Cause.Told _, Cause.Time _ -> throw new IllegalStateException("not submitted: " + proposal.id());
        };
    }

    /** What the submission pinned, or the stage that the proposal is in now. */
    public Submission submission(Proposal proposal) {
        return proposals
                .submission(proposal.id())
                .orElseThrow(() -> new IllegalStateException("a poll without a submission: " + proposal.id()));
    }

    /** Keeps what the submission pins, or a stage after it. */
    public void pin(Proposal proposal, Submission submission) {
        proposals.pin(proposal.id(), submission);
    }

    /** Keeps what is new about a proposal that stays in its state. */
    public void note(Proposal proposal) {
        proposals.save(proposal);
    }

    /** Keeps how many sponsors there are. */
    public void note(Proposal proposal, Backing backing) {
        proposals.note(proposal.id(), backing);
    }

    /** Keeps the size of the roll. */
    public void note(Proposal proposal, Roll roll) {
        proposals.note(proposal.id(), roll);
    }

    /** Keeps what the actions were found to be when it passed. */
    public void note(Proposal proposal, Checked checked) {
        proposals.note(proposal.id(), checked);
    }

    /** Keeps the decision as it was told. */
    public void note(Proposal proposal, String decision) {
        proposals.note(proposal.id(), decision);
    }

    private Taken broughtToNow(Proposal locked) {
        var now = clock.instant();
        var due = locked.state().turn().filter(turn -> turn.dueAt(now));
        due.ifPresent(turn -> move(locked, turn.to(), turn.at(), new Cause.Time()));
        return new Taken(due.map(turn -> locked.in(turn.to())).orElse(locked), now);
    }
}
