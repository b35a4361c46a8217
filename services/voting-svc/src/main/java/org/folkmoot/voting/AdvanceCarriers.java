// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
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

    /**
     * The same at the close, whose moment is over: whoever delegates now is waited for, and everybody else comes after it. So
     * what counts as of it does not change any more while it is read, and nobody has to wait for the count.
     *
     * @param left those of the roll who are left, of whose power a ballot carries a share at most
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Carriers> close(Count count, RollTotals left, Groups groups) {
        var begun = begin(count.rules(), left);
        begun.ifPresent(carriers -> {
            delegations.await(count.rules().definition().community());
            handle(carriers, count, groups);
        });
        return begun;
    }

    /**
     * The same for ballots that were sealed and lie open now, as of the close.
     *
     * @param choices what they say; nobody has voted whose ballot is spoilt
     */
    @Transactional(TxType.REQUIRED)
    public Optional<Carriers> open(Count count, Map<Hash, String> choices, Groups groups) {
        var begun = begin(count.rules(), count.roll());
        begun.ifPresent(carriers -> {
            delegations.await(count.rules().definition().community());
            refresh(carriers, count, (_, each) -> choices.forEach(each));
            carriers.settle(groups);
        });
        return begun;
    }

    /** What the ballots of some members say. */
    @FunctionalInterface
    public interface Choices {
        /** Gives that of each of these who has one. */
        void of(List<Hash> members, BiConsumer<Hash, String> each);
    }

    /** The same again when the poll is decided: nothing comes before its close any more, so nobody has to wait. */
    @Transactional(TxType.REQUIRED)
    public Optional<Carriers> reopen(Count count, Choices choices, Groups groups) {
        var begun = begin(count.rules(), count.roll());
        begun.ifPresent(carriers -> {
            refresh(carriers, count, choices);
            carriers.settle(groups);
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
        if (carriers.isStale(last(count.rules(), count.at()), count.at()))
            refresh(carriers, count, (members, each) -> tallies.latest(count.no(), count.to(), members, each));
        carriers.settle(groups);
    }

    private long last(PollRules rules, Instant at) {
        return delegations.last(
                rules.definition().community(), rules.electorate().body().name(), at);
    }

    private void refresh(Carriers carriers, Count count, Choices choices) {
        // Before the delegations: what is made in between is read twice, and not missed.
        long last = last(count.rules(), count.at());
        var rules = count.rules();
        var counting = delegations.asOf(
                rules.definition().community(), rules.electorate().body().name(), carriers.moments(count.at()));
        var strangers = carriers.strangers(counting);
        strangers.removeAll(count.struck());
        var entered = enter(carriers, rules, count.roll(), strangers);
        if (!entered.isEmpty()) choices.of(entered, carriers::cast);
        carriers.replace(counting, last);
    }

    /** Lets those of the roll in who are new to this, and says who they are. */
    List<Hash> enter(Carriers carriers, PollRules rules, RollTotals roll, Set<Hash> strangers) {
        if (!strangers.isEmpty()) carriers.enter(strangers, rolls.powers(rules, roll, strangers));
        return strangers.stream().filter(carriers::knows).toList();
    }
}
