// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.opening;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.PollStuck;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;

/** Freezes a poll's roll and opens it, or refuses it: one state and one event, or neither. */
@ApplicationScoped
class OpenPoll {
    // A roll of a million members is read through once.
    private static final int SECONDS = 600;

    private final PollStore polls;
    private final RollStore rolls;
    private final Rulebook rulebook;
    private final PluginGuard guard;
    private final Outbox outbox;
    private final Clock clock;

    OpenPoll(PollStore polls, RollStore rolls, Rulebook rulebook, PluginGuard guard, Outbox outbox, Clock clock) {
        this.polls = polls;
        this.rolls = rolls;
        this.rulebook = rulebook;
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
                throw new PollStuck(stored.no(), e);
            }
        });
        return ready.isPresent();
    }

    private void open(long no, Poll.Waiting waiting) {
        switch (opened(waiting, clock.instant())) {
            case Poll.Running running -> {
                polls.save(no, running);
                guard.answered(no);
                outbox.add(event(running));
            }
            case Poll.Refused refused -> {
                polls.save(no, refused);
                guard.answered(no);
                outbox.add(event(refused));
            }
            default -> throw new IllegalStateException("a waiting poll opens or is refused");
        }
    }

    private Poll opened(Poll.Waiting waiting, Instant now) {
        // A poll in which nobody could have voted must not be decided as if nobody had wanted to.
        if (!now.isBefore(waiting.definition().closesAt()))
            return waiting.refuse("The time to vote was over before the roll could be frozen.", now);
        try {
            var totals = rolls.count(rulebook.of(waiting.definition()));
            return totals.members() == 0 ? waiting.refuse("Nobody is on the roll.", now) : waiting.open(totals, now);
        } catch (PollRules.Unfit e) {
            return waiting.refuse(e.reason(), now);
        } catch (ExpressionFailed e) {
            return waiting.refuse("The roll cannot be made. " + e.getMessage(), now);
        }
    }

    static Event event(Poll.Refused refused) {
        var terms = refused.terms();
        return new PollRefusedV1(
                terms.community().hex(), terms.proposal().hex(), terms.poll().hex(), refused.reason(), refused.at());
    }

    private static Event event(Poll.Running running) {
        var terms = running.terms();
        return new PollOpenedV1(
                terms.community().hex(),
                terms.proposal().hex(),
                terms.poll().hex(),
                running.roll().members(),
                running.roll().power(),
                running.definition().opensAt(),
                running.definition().closesAt(),
                running.openedAt());
    }
}
