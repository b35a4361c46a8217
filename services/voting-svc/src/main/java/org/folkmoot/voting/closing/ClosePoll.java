// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.PollStuck;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Groups;
import org.folkmoot.voting.domain.Poll;

/**
 * Counts a poll at its deadline and decides it: one state and one event, or neither.
 *
 * <p>Its row is held while it is counted. A batch of ballots holds the same row while it is on its way in, and looks at
 * the clock after it has it, so no ballot can come in behind the count.
 */
@ApplicationScoped
class ClosePoll {
    private static final int SECONDS = 600;

    private final PollStore polls;
    private final TallyStore tallies;
    private final Rulebook rulebook;
    private final PluginGuard guard;
    private final Outbox outbox;

    ClosePoll(PollStore polls, TallyStore tallies, Rulebook rulebook, PluginGuard guard, Outbox outbox) {
        this.polls = polls;
        this.tallies = tallies;
        this.rulebook = rulebook;
        this.guard = guard;
        this.outbox = outbox;
    }

    /** Closes a poll that is due; false if there is none. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    boolean handle(Set<Long> except) {
        var due = polls.lockDue(except, guard.asked());
        due.ifPresent(stored -> {
            try {
                var poll = (Poll.Closing) stored.poll();
                if (guard.letsGoOn(stored, poll)) close(stored.no(), poll);
            } catch (RuntimeException e) {
                throw new PollStuck(stored.no(), e);
            }
        });
        return due.isPresent();
    }

    private void close(long no, Poll.Closing poll) {
        var rules = rulebook.of(poll.definition());
        var groups = new Groups();
        tallies.advance(groups, no, 0, tallies.accepted(no));
        var result = rules.tally(groups.counted());
        var roll = poll.roll();
        var decision = Judge.of(rules.policy(), rulebook.plugins())
                .decide(result, new Electorate(roll.power(), roll.members(), Map.of()));
        var closed = poll.close(result, decision);
        polls.save(no, closed);
        guard.answered(no);
        outbox.add(DecisionEvent.of(closed));
    }
}
