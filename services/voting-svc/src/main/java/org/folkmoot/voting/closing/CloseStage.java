// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.constitution.course.Judge;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.policy.Result;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.closing.CountPoll.Count;
import org.folkmoot.voting.closing.CountPoll.Part;
import org.folkmoot.voting.domain.Carriage;
import org.folkmoot.voting.domain.Poll;

/**
 * Decides the polls of a stage together. Those of which some are sealed it counts when the ballots of all of them are open, and
 * as of their close, which is the same for all.
 */
@ApplicationScoped
class CloseStage {
    private final PollStore polls;
    private final Rulebook rulebook;
    private final CountPoll countPoll;
    private final Outbox outbox;

    CloseStage(PollStore polls, Rulebook rulebook, CountPoll countPoll, Outbox outbox) {
        this.polls = polls;
        this.rulebook = rulebook;
        this.countPoll = countPoll;
        this.outbox = outbox;
    }

    /** Looks at the stage that a poll leads, whose row is held. */
    @Transactional(TxType.MANDATORY)
    void handle(long lead) {
        // All rows, so that no ballot of any of them is still on its way in.
        var numbers = polls.led(lead).stream().map(Stored::no).toList();
        var parts = polls.lock(numbers).stream().map(this::part).toList();
        // All of those that are sealed begin to wait at once: trustees open them in any order.
        var waiting = parts.stream().filter(countPoll::waits).toList();
        if (waiting.isEmpty()) decide(countPoll.handle(parts));
    }

    private Part part(Stored stored) {
        var poll = (Poll.Running) stored.poll();
        var rules = rulebook.of(poll.definition());
        return new Part(stored.no(), poll, rules, Carriage.place(rules.policy(), rules.stage(), rules.chamber()));
    }

    /** Decides what was counted in all polls of a stage. */
    @Transactional(TxType.MANDATORY)
    void decide(List<Count> counts) {
        var decision = judged(counts);
        for (var count : counts) decision = count.explain().apply(decision);
        var known =
                counts.stream().map(Count::known).max(Comparator.naturalOrder()).orElseThrow();
        for (var count : counts) save(count, decision, known);
    }

    private Decision judged(List<Count> counts) {
        var results = new LinkedHashMap<String, Result>();
        counts.forEach(count -> results.put(count.of().rules().chamber().name(), count.result()));
        var electorates = counts.stream()
                .collect(Collectors.toMap(
                        count -> count.of().rules().chamber().body(), Count::electorate, CloseStage::same));
        var rules = counts.getFirst().of().rules();
        return Judge.of(rules.policy(), rulebook.plugins()).decide(rules.stage(), results, electorates);
    }

    /** A body that votes in two chambers has one roll. */
    private static Electorate same(Electorate one, Electorate other) {
        return one;
    }

    private void save(Count count, Decision decision, Instant known) {
        var closed = count.closed(decision);
        polls.save(count.of().no(), closed);
        outbox.add(DecisionEvent.of(closed, known));
    }
}
