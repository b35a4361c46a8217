// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Groups;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;

/** Brings what ballots carry for others up to date with the ballots and the delegations of a poll. */
@ApplicationScoped
public class AdvanceCarriers {
    private final DelegationStore delegations;
    private final RollStore rolls;
    private final TallyStore tallies;

    AdvanceCarriers(DelegationStore delegations, RollStore rolls, TallyStore tallies) {
        this.delegations = delegations;
        this.rolls = rolls;
        this.tallies = tallies;
    }

    /**
     * What is counted.
     *
     * @param no the poll
     * @param roll its frozen roll
     * @param struck who is not on it any more
     * @param to the number of the last ballot
     * @param at the moment of the count
     */
    public record Count(long no, PollRules rules, RollTotals roll, Collection<Hash> struck, long to, Instant at) {}

    /** Begins without ballots; nothing where the body does not delegate. */
    public Optional<Carriers> begin(PollRules rules, RollTotals roll) {
        return rules.electorate().body().delegation().map(said -> new Carriers(rules, said, roll));
    }

    /** The same at the close: whoever delegates now waits, and comes after it. */
    @Transactional(TxType.MANDATORY)
    public Optional<Carriers> close(Count count, Groups groups) {
        var begun = begin(count.rules(), count.roll());
        begun.ifPresent(carriers -> {
            delegations.lock(count.rules().definition().community());
            handle(carriers, count, groups);
        });
        return begun;
    }

    /** Whether there is something to catch up with, be it without a new ballot. */
    @Transactional(TxType.REQUIRED)
    public boolean isStale(Carriers carriers, PollRules rules, Instant at) {
        return carriers.isStale(last(rules, at), at);
    }

    /** Catches up, and corrects groups that know all ballots up to the same one as their voters' own. */
    @Transactional(TxType.REQUIRED)
    public void handle(Carriers carriers, Count count, Groups groups) {
        if (!carriers.isEmpty()) tallies.fresh(count.no(), carriers.reached(), count.to(), carriers::cast);
        carriers.reach(count.to());
        if (carriers.isStale(last(count.rules(), count.at()), count.at())) refresh(carriers, count);
        carriers.settle(groups);
    }

    private long last(PollRules rules, Instant at) {
        return delegations.last(
                rules.definition().community(), rules.electorate().body().name(), at);
    }

    private void refresh(Carriers carriers, Count count) {
        var rules = count.rules();
        var community = rules.definition().community();
        var body = rules.electorate().body().name();
        // Before the delegations: what is made in between is read twice, and not missed.
        long last = last(rules, count.at());
        var counting = delegations.asOf(community, body, carriers.moments(count.at()));
        var strangers = carriers.strangers(counting);
        strangers.removeAll(count.struck());
        if (!strangers.isEmpty()) {
            carriers.enter(strangers, rolls.powers(rules, count.roll(), strangers));
            var entered = strangers.stream().filter(carriers::knows).toList();
            tallies.latest(count.no(), count.to(), entered, carriers::cast);
        }
        carriers.replace(counting, last);
    }
}
