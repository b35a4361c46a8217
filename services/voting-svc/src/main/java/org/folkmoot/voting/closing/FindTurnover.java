// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Changes;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
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

    /** How far that is now: asked once for all polls that are decided together, which goes on while they are counted. */
    @Transactional(TxType.MANDATORY)
    Heard heard(Hash community) {
        return new Heard(membership.position(community), balances.position(community));
    }

    /** What changed, as far as that was heard of; nothing where the roll stands as it is. */
    @Transactional(TxType.MANDATORY)
    Optional<Turnover> handle(PollRules rules, Poll.Running poll, Instant closesAt, Heard heard) {
        var close = Moment.ofClose(rules, closesAt, heard.position, heard.place);
        return switch (rules.electorate().body().changes()) {
            case Changes.IGNORE -> Optional.empty();
            case Changes.RECOUNT -> Optional.of(rolls.struck(rules, poll.roll(), close));
            case Changes.ABORT -> Optional.of(rolls.compared(rules, poll.roll(), close));
        };
    }
}
