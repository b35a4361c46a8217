// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.Stuck;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;

/**
 * Counts a poll at its deadline and decides it: one state and one event, or neither. A poll whose close may move is looked
 * at whenever something happens in it by itself.
 *
 * <p>Its row is held while it is counted. A batch of ballots holds the same row while it is on its way in, and looks at
 * the clock after it has it, so no ballot can come in behind the count. Where members delegate, the close is said in a turn
 * of its own before it is counted, so that none of them holds from before it who comes behind the count.
 */
@ApplicationScoped
class ClosePoll {
    private static final int SECONDS = 600;

    private final PollStore polls;
    private final Rulebook rulebook;
    private final PluginGuard guard;
    private final DecideStage decideStage;
    private final CloseStage closeStage;
    private final CountPoll countPoll;
    private final DelegatedPolls delegatedPolls;

    ClosePoll(
            PollStore polls,
            Rulebook rulebook,
            PluginGuard guard,
            DecideStage decideStage,
            CloseStage closeStage,
            CountPoll countPoll,
            DelegatedPolls delegatedPolls) {
        this.delegatedPolls = delegatedPolls;
        this.countPoll = countPoll;
        this.closeStage = closeStage;
        this.polls = polls;
        this.rulebook = rulebook;
        this.guard = guard;
        this.decideStage = decideStage;
    }

    /** Closes a poll that is due; false if there is none. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    boolean handle(Set<Long> except) {
        var due = polls.lockDue(except, guard.asked()).or(() -> delegatedPolls.lockStale(except));
        due.ifPresent(stored -> {
            try {
                var poll = (Poll.Running) stored.poll();
                if (!guard.letsGoOn(stored, poll)) return;
                if (poll.progress().isPresent()) decideStage.handle(stored);
                else if (announces(poll)) return;
                else close(stored.no(), poll);
                guard.answered(stored.no());
            } catch (RuntimeException e) {
                throw Stuck.poll(stored.no(), e);
            }
        });
        return due.isPresent();
    }

    /** Whether this is the turn in which the moment is said as of which delegations are counted in the next one. */
    private boolean announces(Poll.Running poll) {
        var rules = rulebook.of(poll.definition());
        var bodies = Stream.concat(Stream.of(rules), rules.others().stream().map(rulebook::of))
                .filter(PollRules::delegates)
                .map(each -> each.electorate().body().name())
                .distinct()
                .toList();
        return !bodies.isEmpty() && delegatedPolls.announce(poll.terms().community(), bodies, poll.closesAt());
    }

    private void close(long no, Poll.Running poll) {
        var rules = rulebook.of(poll.definition());
        var part = new CountPoll.Part(no, poll, rules, "");
        if (rules.closesTogether()) closeStage.handle(no);
        else if (!countPoll.waits(part)) closeStage.decide(countPoll.handle(List.of(part)));
    }
}
