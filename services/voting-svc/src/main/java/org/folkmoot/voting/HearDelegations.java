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

/** Lets polls that are followed hear of delegations. Whoever delegates waits until the transaction ends, and comes after it. */
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

    /** Begins with what held at the opening of a poll; nothing where the body does not delegate. */
    @Transactional(TxType.MANDATORY)
    public Optional<Carrying> begin(PollRules rules, RollTotals roll) {
        return advanceCarriers.begin(rules, roll).map(carriers -> {
            var definition = rules.definition();
            var community = definition.community();
            var body = rules.electorate().body().name();
            var opensAt = definition.opensAt();
            delegations.hold(community);
            var carrying = new Carrying(carriers, opensAt);
            var standing = history.standing(community, body, Scope.of(rules), opensAt);
            enter(carrying, rules, roll, standing);
            carrying.begin(standing, delegations.last(community, body, opensAt));
            return carrying;
        });
    }

    /** Lets a stage hear of everything that was said since. */
    @Transactional(TxType.MANDATORY)
    public void handle(Followed followed) {
        for (var count : followed.counts()) count.carrying().ifPresent(carrying -> hear(count, carrying));
    }

    private void hear(BoxCount count, Carrying carrying) {
        var box = count.box();
        var community = box.rules().definition().community();
        delegations.hold(community);
        var said = history.after(community, box.rules().electorate().body().name(), carrying.heard());
        if (said.isEmpty()) return;
        var entered = enter(carrying, box.rules(), box.roll(), said);
        if (!entered.isEmpty()) tallies.latest(box.no(), count.number(), entered, carrying::cast);
        carrying.hear(said);
    }

    private List<Hash> enter(Carrying carrying, PollRules rules, RollTotals roll, Collection<Said> said) {
        return advanceCarriers.enter(carrying.carriers(), rules, roll, carrying.strangers(said));
    }
}
