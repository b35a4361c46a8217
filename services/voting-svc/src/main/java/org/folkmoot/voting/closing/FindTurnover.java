// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.folkmoot.constitution.Changes;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.domain.Moment;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Turnover;

/**
 * Finds what became of a roll until the close, where the body wants to know. Nobody comes in by it, and nobody's power
 * grows: whoever could buy or borrow a vote while a poll is open has none.
 */
@ApplicationScoped
class FindTurnover {
    private final RollStore rolls;
    private final MembershipStore membership;
    private final BalanceStore balances;

    FindTurnover(RollStore rolls, MembershipStore membership, BalanceStore balances) {
        this.rolls = rolls;
        this.membership = membership;
        this.balances = balances;
    }

    /** How far this service has heard of a community's members and of what they hold. */
    record Heard(long position, long place) {}

    /** How far that is now, if a body asks for it: once for polls that are decided together, because it goes on meanwhile. */
    @Transactional(TxType.MANDATORY)
    Optional<Heard> heard(Collection<PollRules> polls) {
        return polls.stream()
                .filter(rules -> changes(rules) != Changes.IGNORE)
                .findFirst()
                .map(rules -> rules.definition().community())
                .map(community -> new Heard(membership.position(community), balances.position(community)));
    }

    /** What changed, as far as that was heard of; nothing where the roll stands as it is. */
    @Transactional(TxType.MANDATORY)
    Optional<Turnover> handle(PollRules rules, Poll.Running poll, Instant closesAt, Optional<Heard> heard) {
        return heard.map(until -> Moment.ofClose(rules, closesAt, until.position, until.place))
                .flatMap(close -> switch (changes(rules)) {
                    case Changes.IGNORE -> Optional.empty();
                    case Changes.RECOUNT -> Optional.of(rolls.struck(rules, poll.roll(), close));
                    case Changes.ABORT -> Optional.of(rolls.compared(rules, poll.roll(), close));
                });
    }

    private static Changes changes(PollRules rules) {
        return rules.electorate().body().changes();
    }
}
