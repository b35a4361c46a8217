// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.opening;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Stuck;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;

/** Freezes a poll's roll and opens it, or refuses it: one state and one event, or neither. */
@ApplicationScoped
class OpenPoll {
    // A roll of a million members is read through once.
    private static final int SECONDS = 600;

    private final PollStore polls;
    private final OpenStage openStage;
    private final PluginGuard guard;
    private final Outbox outbox;
    private final Clock clock;

    OpenPoll(PollStore polls, OpenStage openStage, PluginGuard guard, Outbox outbox, Clock clock) {
        this.polls = polls;
        this.openStage = openStage;
        this.guard = guard;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens a waiting poll that is ready; false if there is none. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    boolean handle(Set<Long> except) {
        var ready = polls.lockReady(except, guard.asked());
        ready.ifPresent(stored -> {
            try {
                var poll = (Poll.Waiting) stored.poll();
                if (guard.letsGoOn(stored, poll)) open(stored.no(), poll);
            } catch (RuntimeException e) {
                throw Stuck.poll(stored.no(), e);
            }
        });
        return ready.isPresent();
    }

    private void open(long no, Poll.Waiting waiting) {
        var now = clock.instant();
        try {
            // A poll in which nobody could have voted must not be decided as if nobody had wanted to.
            if (!now.isBefore(waiting.definition().closesAt()))
                throw new PollRules.Unfit("The time to vote was over before the roll could be frozen.");
            openStage.handle(no, waiting, now);
            guard.answered(no);
        } catch (PollRules.Unfit e) {
            refuse(no, waiting.refuse(e.reason(), now));
        } catch (ExpressionFailed e) {
            refuse(no, waiting.refuse("The roll cannot be made. " + e.getMessage(), now));
        }
    }

    private void refuse(long no, Poll.Refused refused) {
        polls.save(no, refused);
        guard.answered(no);
        outbox.add(OpeningEvent.of(refused));
    }
}
