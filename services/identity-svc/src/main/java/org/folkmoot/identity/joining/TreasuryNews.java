// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.contracts.TransfersPostedV1;
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
    public Set<Class<? extends Event>> events() {
        return Set.of(TransferPostedV1.class, TransfersPostedV1.class);
    }

    @Override
    public void on(Event event) {
        switch (event) {
            case TransferPostedV1 posted -> move(posted);
            case TransfersPostedV1 posted -> posted.each().forEach(this::move);
            default -> {} // accounts that open are empty
        }
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
