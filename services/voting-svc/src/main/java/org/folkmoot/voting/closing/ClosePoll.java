// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.policy.Result;
import org.folkmoot.voting.AdvanceCarriers;
import org.folkmoot.voting.Carriers;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.Electorates;
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.Stuck;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Carriage;
import org.folkmoot.voting.domain.Decided;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Turnover;

/**
 * Counts a poll at its deadline and decides it: one state and one event, or neither. A poll whose close may move is looked
 * at whenever something happens in it by itself.
 *
 * <p>Its row is held while it is counted. A batch of ballots holds the same row while it is on its way in, and looks at
 * the clock after it has it, so no ballot can come in behind the count.
 */
@ApplicationScoped
class ClosePoll {
    private static final int SECONDS = 600;

    private final PollStore polls;
    private final TallyStore tallies;
    private final FindTurnover findTurnover;
    private final Rulebook rulebook;
    private final Electorates electorates;
    private final PluginGuard guard;
    private final Outbox outbox;
    private final DecideStage decideStage;
    private final AdvanceCarriers advanceCarriers;
    private final DelegatedPolls delegatedPolls;
    private final Unseal unseal;

    ClosePoll(
            PollStore polls,
            TallyStore tallies,
            FindTurnover findTurnover,
            Rulebook rulebook,
            Electorates electorates,
            PluginGuard guard,
            Outbox outbox,
            DecideStage decideStage,
            AdvanceCarriers advanceCarriers,
            DelegatedPolls delegatedPolls,
            Unseal unseal) {
        this.delegatedPolls = delegatedPolls;
        this.advanceCarriers = advanceCarriers;
        this.unseal = unseal;
        this.findTurnover = findTurnover;
        this.polls = polls;
        this.tallies = tallies;
        this.rulebook = rulebook;
        this.electorates = electorates;
        this.guard = guard;
        this.outbox = outbox;
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
                else close(stored.no(), poll);
                guard.answered(stored.no());
            } catch (RuntimeException e) {
                throw Stuck.poll(stored.no(), e);
            }
        });
        return due.isPresent();
    }

    private void close(long no, Poll.Running poll) {
        var rules = rulebook.of(poll.definition());
        if (rules.seal().isPresent())
            unseal.handle(no, poll, rules).ifPresent(opened -> close(no, poll, rules, opened));
        else closeAtOnce(no, poll, rules);
    }

    /** Nothing of a sealed poll depends on what has changed since its close. */
    private void close(long no, Poll.Running poll, PollRules rules, Unseal.Opened opened) {
        var count = new AdvanceCarriers.Count(no, rules, poll.roll(), List.of(), tallies.accepted(no), poll.closesAt());
        var carriers = advanceCarriers.open(count, opened.choices(), opened.groups());
        var result = rules.tally(opened.groups().counted());
        var decision = judge(rules, result, poll.roll());
        var carried = explain(decision, carriers, poll.roll());
        var explained = opened.how().map(how -> how.explain(carried)).orElse(carried);
        save(no, poll.close(new Decided(result, explained, poll.closesAt())), opened.known());
    }

    private void closeAtOnce(long no, Poll.Running poll, PollRules rules) {
        var groups = rules.groups();
        long accepted = tallies.accepted(no);
        tallies.advance(groups, no, 0, accepted);
        var turnover = findTurnover.handle(rules, poll);
        turnover.ifPresent(found -> tallies.remove(groups, no, accepted, found.struck()));
        var roll = turnover.map(found -> found.of(poll.roll())).orElse(poll.roll());
        var struck = turnover.map(Turnover::struck).orElse(List.of());
        var carriers = advanceCarriers.close(
                new AdvanceCarriers.Count(no, rules, poll.roll(), struck, accepted, poll.closesAt()), groups);
        var result = rules.tally(groups.counted());
        var decision = judge(rules, result, roll);
        var counted = explain(decision, carriers, roll);
        var explained =
                turnover.map(found -> found.explain(counted, poll.roll())).orElse(counted);
        save(no, poll.close(roll, new Decided(result, explained, poll.closesAt())), poll.closesAt());
    }

    private static Decision explain(Decision decision, Optional<Carriers> carriers, RollTotals roll) {
        return carriers.map(found -> Carriage.alone().explain(decision, found.resolution(), roll))
                .orElse(decision);
    }

    private Decision judge(PollRules rules, Result result, RollTotals roll) {
        return Judge.of(rules.policy(), rulebook.plugins()).decide(rules.stage(), result, electorates.of(rules, roll));
    }

    private void save(long no, Poll.Closed closed, Instant known) {
        polls.save(no, closed);
        outbox.add(DecisionEvent.of(closed, known));
    }
}
