// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
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

    /**
     * Looks at the stage that a poll leads, whose row is held. How a roll has changed is compared before those have to wait who
     * delegate. Should what they said meanwhile decide the stage at another moment, the next turn compares as of that one.
     */
    @Transactional(TxType.MANDATORY)
    void handle(Stored lead) {
        var now = clock.instant();
        var seen = follows.at(lead, now);
        var stage = polls.led(lead.no());
        var decidedAt = seen.verdict().map(Follow.Verdict::at);
        var ending = decidedAt.map(at -> abortStage.handle(stage, at));
        var followed = follows.join(lead, seen);
        followed.advance(now);
        var verdict = followed.verdict();
        if (verdict.isEmpty()) follows.write(lead, followed);
        else if (verdict.map(Follow.Verdict::at).equals(decidedAt))
            close(stage, followed, verdict.get(), ending.orElseThrow());
    }

    private void close(List<Stored> stage, Followed followed, Follow.Verdict verdict, AbortStage.Ending ending) {
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
            trends.remember(stage.getFirst().no(), followed.trends());
    }
}
