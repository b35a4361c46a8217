// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.opening;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.StageBegunV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Terms;

/** Remembers the polls that submitted proposals ask for, and calls off those of proposals that are taken back. */
@ApplicationScoped
class RememberPolls implements Subscription {
    private final PollStore polls;
    private final Outbox outbox;
    private final Clock clock;

    RememberPolls(PollStore polls, Outbox outbox, Clock clock) {
        this.polls = polls;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "polls";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.PROPOSALS);
    }

    @Override
    public Facts facts() {
        return Facts.on(ProposalSubmittedV1.class, submitted -> remember(terms(submitted)))
                .and(StageBegunV1.class, begun -> remember(terms(begun)))
                .and(ProposalCancelledV1.class, this::cancel);
    }

    private static Terms terms(ProposalSubmittedV1 submitted) {
        return new Terms(
                Hash.parse(submitted.poll()),
                Hash.parse(submitted.community()),
                Hash.parse(submitted.proposal()),
                submitted.definition(),
                submitted.submittedAt());
    }

    private static Terms terms(StageBegunV1 begun) {
        return new Terms(
                Hash.parse(begun.poll()),
                Hash.parse(begun.community()),
                Hash.parse(begun.proposal()),
                begun.definition(),
                begun.begunAt());
    }

    private void remember(Terms terms) {
        switch (Poll.submitted(terms, clock.instant())) {
            case Poll.Waiting waiting -> polls.add(waiting);
            case Poll.Refused refused -> {
                if (polls.add(refused)) outbox.add(OpeningEvent.of(refused));
            }
            default -> throw new IllegalStateException("a submitted poll waits or is refused");
        }
    }

    private void cancel(ProposalCancelledV1 cancelled) {
        var stored = polls.lock(Hash.parse(cancelled.poll()));
        // A decision that was reached first stands, and a refused poll has nothing to call off.
        stored.stream().flatMap(this::together).forEach(each -> {
            if (each.poll() instanceof Poll.Undecided poll)
                polls.save(each.no(), poll.cancel(cancelled.reason(), cancelled.at()));
        });
    }

    private Stream<Stored> together(Stored stored) {
        var led = polls.led(stored.no());
        return led.isEmpty() ? Stream.of(stored) : led.stream();
    }
}
