// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.folkmoot.constitution.Decision;
import org.folkmoot.constitution.course.Electorate;
import org.folkmoot.policy.Result;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.AdvanceCarriers;
import org.folkmoot.voting.Carriers;
import org.folkmoot.voting.Electorates;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Carriage;
import org.folkmoot.voting.domain.Decided;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Turnover;

/** Counts what was cast in a poll whose close is over and whose row is held. It judges nothing. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class CountPoll {
    private final TallyStore tallies;
    private final FindTurnover findTurnover;
    private final Electorates electorates;
    private final AdvanceCarriers advanceCarriers;
    private final Unseal unseal;

    CountPoll(
            TallyStore tallies,
            FindTurnover findTurnover,
            Electorates electorates,
            AdvanceCarriers advanceCarriers,
            Unseal unseal) {
        this.unseal = unseal;
        this.advanceCarriers = advanceCarriers;
        this.electorates = electorates;
        this.findTurnover = findTurnover;
        this.tallies = tallies;
    }

    /**
     * A poll that is counted.
     *
     * @param place what comes before the names of its rules
     */
    record Part(long no, Poll.Running poll, PollRules rules, String place) {}

    /**
     * What a poll came to.
     *
     * @param roll those of the roll who are left
     * @param explain adds to a decision what became of ballots, of what they carried, and of the roll
     * @param known when everything was known that it depends on
     */
    record Count(
            Part of,
            RollTotals roll,
            Electorate electorate,
            Result result,
            UnaryOperator<Decision> explain,
            Instant known) {
        /** The poll, decided so. */
        Poll.Closed closed(Decision decision) {
            var poll = of.poll();
            return poll.close(roll, new Decided(result, decision, poll.closesAt()));
        }
    }

    /** Whether trustees have to open its ballots first; from then on they can. */
    boolean waits(Part part) {
        return part.rules().seal().isPresent() && unseal.waits(part.no(), part.poll());
    }

    /** Counts polls of one stage that do not wait. */
    List<Count> handle(List<Part> parts) {
        var heard = findTurnover.heard(parts.stream().map(Part::rules).toList());
        return parts.stream()
                .map(part -> part.rules().seal().isPresent() ? opened(part) : atOnce(part, heard))
                .toList();
    }

    /** Nothing of a sealed poll depends on what has changed since its close. */
    private Count opened(Part part) {
        var poll = part.poll();
        var opened = unseal.handle(part.no(), poll, part.rules());
        var carriers = advanceCarriers.open(
                count(part, List.of(), tallies.accepted(part.no())), opened.choices(), opened.groups());
        return new Count(
                part,
                poll.roll(),
                electorates.of(part.rules(), poll.roll()),
                part.rules().tally(opened.groups().counted()),
                decision -> {
                    var carried = explain(part, decision, carriers, poll.roll());
                    return opened.how()
                            .map(how -> how.explain(carried, part.place()))
                            .orElse(carried);
                },
                opened.known());
    }

    private Count atOnce(Part part, Optional<FindTurnover.Heard> heard) {
        var poll = part.poll();
        var rules = part.rules();
        var groups = rules.groups();
        long accepted = tallies.accepted(part.no());
        tallies.advance(groups, part.no(), 0, accepted);
        var turnover = findTurnover.handle(rules, poll, poll.closesAt(), heard);
        turnover.ifPresent(found -> {
            tallies.remove(groups, part.no(), accepted, found.struck());
            tallies.strike(part.no(), found.struck());
        });
        var roll = turnover.map(found -> found.of(poll.roll())).orElse(poll.roll());
        var struck = turnover.map(Turnover::struck).orElse(List.of());
        var carriers = advanceCarriers.close(count(part, struck, accepted), roll, groups);
        return new Count(
                part,
                roll,
                electorates.of(rules, roll),
                rules.tally(groups.counted()),
                decision -> {
                    var carried = explain(part, decision, carriers, roll);
                    return turnover.map(found -> found.explain(carried, poll.roll(), part.place()))
                            .orElse(carried);
                },
                poll.closesAt());
    }

    private static AdvanceCarriers.Count count(Part part, List<Hash> struck, long accepted) {
        var poll = part.poll();
        return new AdvanceCarriers.Count(part.no(), part.rules(), poll.roll(), struck, accepted, poll.closesAt());
    }

    private static Decision explain(Part part, Decision decision, Optional<Carriers> carriers, RollTotals roll) {
        return carriers.map(found -> Carriage.in(part.place()).explain(decision, found.resolution(), roll))
                .orElse(decision);
    }
}
