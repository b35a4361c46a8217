// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import org.folkmoot.constitution.course.Follow;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.Followed;
import org.folkmoot.voting.Follows;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.TrendStore;
import org.folkmoot.voting.domain.Decided;
import org.folkmoot.voting.domain.Poll;

/**
 * Sees what has happened by itself in polls whose close may move, and closes all polls of a stage together when it is
 * decided: at the moment at which it was, however late that is seen.
 */
@ApplicationScoped
class DecideStage {
    private final Follows follows;
    private final PollStore polls;
    private final TrendStore trends;
    private final DelegatedPolls delegatedPolls;
    private final AbortStage abortStage;
    private final Outbox outbox;
    private final Clock clock;

    DecideStage(
            Follows follows,
            PollStore polls,
            TrendStore trends,
            DelegatedPolls delegatedPolls,
            AbortStage abortStage,
            Outbox outbox,
            Clock clock) {
        this.abortStage = abortStage;
        this.delegatedPolls = delegatedPolls;
        this.trends = trends;
        this.follows = follows;
        this.polls = polls;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Looks at the stage that a poll leads, whose row is held. */
    @Transactional(TxType.MANDATORY)
    void handle(Stored lead) {
        var followed = follows.of(lead);
        followed.advance(clock.instant());
        followed.verdict()
                .ifPresentOrElse(verdict -> close(lead, followed, verdict), () -> follows.write(lead, followed));
    }

    private void close(Stored lead, Followed followed, Follow.Verdict verdict) {
        var stage = polls.led(lead.no());
        var ending = abortStage.handle(stage, verdict.at());
        var decision = ending.explain(followed.explain(verdict.decision()));
        for (var stored : stage) {
            var poll = (Poll.Running) stored.poll();
            var closed = poll.close(new Decided(followed.result(stored.no()), decision, verdict.at()));
            polls.save(stored.no(), closed);
            followed.delegatedAt().ifPresent(asOf -> delegatedPolls.decide(stored.no(), asOf));
            outbox.add(DecisionEvent.of(closed));
        }
        var rules = followed.rules();
        if (!rules.policy().trends().isEmpty() && !ending.aborts() && rules.ends(decision.outcome()))
            trends.remember(lead.no(), followed.trends());
    }
}
