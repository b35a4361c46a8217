// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
        return Facts.on(TransferPostedV1.class, posted -> move(posted.community(), Stream.of(posted)))
                .and(TransfersPostedV1.class, posted -> move(posted.community(), posted.each()));
    }

    private void move(String community, Stream<TransferPostedV1> posted) {
        balances.move(Hash.parse(community), posted.map(Movement::of).toList());
    }
}
