// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.constitution.Account;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.contracts.TransfersPostedV1;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;

/**
 * Keeps a service's own copy of what members own, by what treasury-svc tells.
 *
 * <p>A transfer that comes out of turn is refused and set aside, not skipped: balances with a hole would be wrong, while
 * those that wait for their place are only late.
 */
@ApplicationScoped
@Priority(1_000) // the highest goes first: a service's own subscriptions may ask this copy
class KnownBalances implements Subscription {
    private final BalanceStore balances;
    private final String service;

    KnownBalances(BalanceStore balances, @ConfigProperty(name = "folkmoot.service") String service) {
        this.balances = balances;
        this.service = service;
    }

    @Override
    public String name() {
        return "known-balances";
    }

    @Override
    public Set<String> topics() {
        // The treasury has the ledger itself.
        return service.equals("treasury") ? Set.of() : Set.of(Topics.TREASURY);
    }

    @Override
    public Facts facts() {
        return Facts.on(TransferPostedV1.class, this::post)
                .and(TransfersPostedV1.class, posted -> posted.each().forEach(this::post));
    }

    private void post(TransferPostedV1 posted) {
        var community = Hash.parse(posted.community());
        var moved = balances.move(
                community,
                posted.number(),
                owner(posted.debit()),
                owner(posted.credit()),
                posted.asset(),
                posted.amount());
        if (!moved) return;
        fund(posted.debit())
                .ifPresent(fund -> balances.fund(
                        community,
                        posted.number(),
                        fund,
                        posted.asset(),
                        posted.amount().negate()));
        fund(posted.credit())
                .ifPresent(fund -> balances.fund(community, posted.number(), fund, posted.asset(), posted.amount()));
        if (posted.debit().startsWith(Account.ISSUANCE))
            balances.issue(community, posted.number(), posted.asset(), posted.amount());
        if (posted.credit().startsWith(Account.ISSUANCE))
            balances.issue(
                    community, posted.number(), posted.asset(), posted.amount().negate());
    }

    /** An account that the community declares for itself; all others have a slash in their names. */
    private static Optional<String> fund(String account) {
        return Optional.of(account).filter(name -> name.indexOf('/') < 0);
    }

    /** An account of anybody else is not called by an id. */
    private static Optional<Hash> owner(String account) {
        var id = account.startsWith(Account.MEMBER) ? account.substring(Account.MEMBER.length()) : "";
        return id.length() == 2 * Hash.SIZE ? Optional.of(Hash.parse(id)) : Optional.empty();
    }
}
