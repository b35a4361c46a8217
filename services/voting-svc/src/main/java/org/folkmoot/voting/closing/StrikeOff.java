// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.folkmoot.constitution.Changes;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.voting.RollStore;
import org.folkmoot.voting.domain.Moment;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Struck;

/**
 * Finds who is struck off a roll at the close, where the body says so. Nobody comes in by it, and nobody's power grows:
 * whoever could buy or borrow a vote while a poll is open has none.
 */
@ApplicationScoped
class StrikeOff {
    private final RollStore rolls;
    private final MembershipStore membership;
    private final BalanceStore balances;

    StrikeOff(RollStore rolls, MembershipStore membership, BalanceStore balances) {
        this.rolls = rolls;
        this.membership = membership;
        this.balances = balances;
    }

    /** Who is struck off, as far as this service has heard when it counts; nothing where the roll stands as it is. */
    @Transactional(TxType.MANDATORY)
    Optional<Struck> handle(PollRules rules, Poll.Running poll) {
        return switch (rules.electorate().body().changes()) {
            // No poll opens with the latter.
            case Changes.IGNORE, Changes.ABORT -> Optional.empty();
            case Changes.RECOUNT -> {
                var community = poll.terms().community();
                var close = Moment.ofClose(rules, membership.position(community), balances.position(community));
                yield Optional.of(rolls.struck(rules, poll.roll(), close));
            }
        };
    }
}
