// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.RollTotals;
import org.folkmoot.voting.domain.Said;
import org.folkmoot.voting.domain.Scope;

/**
 * Lets polls that are followed hear of delegations.
 *
 * <p>Ballots and delegations are one sequence in time, and the moments of both are found behind what has happened. So while a
 * moment is found for ballots, and until everybody sees them, nobody may find one for a delegation: without a lock it could be
 * an earlier one, and what was decided in between would have been decided without it. What takes long comes before the lock:
 * whatever is seen there is the beginning of that sequence, because whoever delegates holds it alone, one after the other, and
 * whoever holds a stage's row has all of its ballots. The lock is of a community, and not of a poll, because a delegation is
 * for many polls: whoever delegates would have to hold the rows of all of them, and their ballots would wait for the slowest.
 */
@ApplicationScoped
public class HearDelegations {
    private final DelegationStore delegations;
    private final DelegationHistory history;
    private final AdvanceCarriers advanceCarriers;
    private final TallyStore tallies;

    HearDelegations(
            DelegationStore delegations,
            DelegationHistory history,
            AdvanceCarriers advanceCarriers,
            TallyStore tallies) {
        this.delegations = delegations;
        this.history = history;
        this.advanceCarriers = advanceCarriers;
        this.tallies = tallies;
    }

    /**
     * The last delegation of a community that is seen. All chambers of a stage hear up to the same one: if one heard of more, half
     * of a moment would be counted.
     */
    @Transactional(TxType.MANDATORY)
    public long known(Hash community) {
        return delegations.last(community);
    }

    /** Begins with what held at the opening of a poll, up to a delegation; nothing where the body does not delegate. */
    @Transactional(TxType.MANDATORY)
    public Optional<Carrying> begin(PollRules rules, RollTotals roll, long to) {
        return advanceCarriers.begin(rules, roll).map(carriers -> {
            var definition = rules.definition();
            var community = definition.community();
            var body = rules.electorate().body().name();
            var opensAt = definition.opensAt();
            var carrying = new Carrying(carriers, opensAt);
            // The number first: what comes behind it is heard of later.
            long last = Math.min(to, delegations.last(community, body, opensAt));
            var standing = history.standing(community, body, Scope.of(rules), opensAt, last);
            enter(carrying, rules, roll, standing);
            carrying.begin(standing, last);
            return carrying;
        });
    }

    /** Makes those wait who delegate, until the transaction ends, if members of the stage do: they come after it. */
    @Transactional(TxType.MANDATORY)
    public void hold(Followed followed) {
        if (followed.delegates()) delegations.hold(followed.rules().definition().community());
    }

    /** Waits for those who delegate now, if members of the stage do, and makes nobody wait. */
    @Transactional(TxType.MANDATORY)
    public void await(Followed followed) {
        if (followed.delegates())
            delegations.await(followed.rules().definition().community());
    }

    /** Lets a stage hear of everything that was said since, up to a delegation. */
    @Transactional(TxType.MANDATORY)
    public void handle(Followed followed, long to) {
        for (var count : followed.counts()) count.carrying().ifPresent(carrying -> hear(count, carrying, to));
    }

    private void hear(BoxCount count, Carrying carrying, long to) {
        var box = count.box();
        var community = box.rules().definition().community();
        var said = history.between(community, box.rules().electorate().body().name(), carrying.heard(), to);
        if (said.isEmpty()) return;
        var entered = enter(carrying, box.rules(), box.roll(), said);
        if (!entered.isEmpty()) tallies.latest(box.no(), count.number(), entered, carrying::cast);
        carrying.hear(said);
    }

    private List<Hash> enter(Carrying carrying, PollRules rules, RollTotals roll, Collection<Said> said) {
        return advanceCarriers.enter(carrying.carriers(), rules, roll, carrying.strangers(said));
    }
}
