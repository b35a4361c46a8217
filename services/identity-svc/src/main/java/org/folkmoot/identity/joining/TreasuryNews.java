// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.contracts.TransfersPostedV1;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;

/** Listens to the treasury: what somebody owns may open the door. */
@ApplicationScoped
class TreasuryNews implements Subscription {
    private static final String MEMBER = "member/";

    private final BalanceStore balances;

    TreasuryNews(BalanceStore balances) {
        this.balances = balances;
    }

    @Override
    public String name() {
        return "balances";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.TREASURY);
    }

    @Override
    public Facts facts() {
        return Facts.on(TransferPostedV1.class, this::move)
                .and(TransfersPostedV1.class, posted -> posted.each().forEach(this::move));
    }

    private void move(TransferPostedV1 posted) {
        move(posted, posted.debit(), posted.amount().negate());
        move(posted, posted.credit(), posted.amount());
    }

    private void move(TransferPostedV1 posted, String account, BigInteger amount) {
        owner(account).ifPresent(owner -> {
            var community = Hash.parse(posted.community());
            balances.add(community, owner, posted.asset(), amount);
            balances.reconsider(community, owner, posted.postedAt());
        });
    }

    /** An account of anybody else is not called by an id. */
    private static Optional<Hash> owner(String account) {
        var id = account.startsWith(MEMBER) ? account.substring(MEMBER.length()) : "";
        return id.length() == 2 * Hash.SIZE ? Optional.of(Hash.parse(id)) : Optional.empty();
    }
}
