// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.folkmoot.constitution.Action;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.platform.events.DueAction;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;

/**
 * Notes that an action asks for a draw, once, and what is known of the community at that moment. It is opened afterwards:
 * whoever hears of proposals must not wait until fifty thousand people are written down.
 */
@ApplicationScoped
class AskForDraw {
    private final AskedStore asked;
    private final MembershipStore membership;
    private final BalanceStore balances;
    private final Outbox outbox;
    private final Clock clock;

    AskForDraw(AskedStore asked, MembershipStore membership, BalanceStore balances, Outbox outbox, Clock clock) {
        this.asked = asked;
        this.membership = membership;
        this.balances = balances;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Runs in the transaction that notes the event. */
    void handle(EnactmentDueV1 due) {
        // Of everything else that is due this service only hears, however long it is.
        if (DueAction.of(due)
                .filter(action -> action.type().equals(Action.DrawRole.TYPE))
                .isEmpty()) return;
        var order = Order.of(due);
        var now = clock.instant();
        if (!asked.note(order.enactment(), now)) return;
        membership
                .community(order.community())
                .ifPresentOrElse(
                        community -> asked.add(asked(order, due.action(), community, now)),
                        () -> outbox.add(order.failed(
                                "community-unknown", "There is no community " + order.community() + ".", now)));
    }

    private Asked asked(Order order, String action, KnownCommunity community, Instant now) {
        return new Asked(
                0,
                order,
                action,
                now,
                community.constitution(),
                community.position(),
                balances.position(community.community()));
    }
}
