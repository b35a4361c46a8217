// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Payout;
import org.folkmoot.treasury.domain.Receiver;
import org.folkmoot.treasury.domain.SafeOrder;

/** Shows payments, and writes the order for one that is still to be paid. */
@ApplicationScoped
class ShowPayouts {
    private final Ledger ledger;
    private final PayoutStore payouts;
    private final Constitutions constitutions;
    private final AccountNames names;
    private final Clock clock;

    ShowPayouts(Ledger ledger, PayoutStore payouts, Constitutions constitutions, AccountNames names, Clock clock) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.constitutions = constitutions;
        this.names = names;
        this.clock = clock;
    }

    /** An order as bytes of some type, and what a file with it is called. */
    record Order(byte[] bytes, String type, String file) {}

    @Transactional
    Page<PayoutView> page(Hash community, Paging paging) {
        var before = paging.afterNumber(Long.MAX_VALUE);
        known(community);
        var rows = payouts.page(community, before, paging.rows());
        var shown = names.shown(community);
        return Page.of(rows, paging.limit(), row -> String.valueOf(row.number()), row -> PayoutView.of(row, shown));
    }

    @Transactional
    PayoutView one(Hash community, Hash payout) {
        return PayoutView.of(find(community, payout), names.shown(community));
    }

    @Transactional
    Order order(Hash community, Hash payout) {
        var ordered = find(community, payout);
        names.checkMembers(community);
        if (!ordered.payout().waits(clock.instant())) {
            var state = ordered.payout().state() == Payout.State.ORDERED
                    ? Payout.State.EXPIRED
                    : ordered.payout().state();
            throw new PayoutRefused(new PayoutRefusal.PayoutEnded(payout, state.word()));
        }
        return switch (ordered.to()) {
            case Receiver.Bank to -> bank(ordered, to);
            case Receiver.Chain to -> chain(ordered, to);
        };
    }

    private Order bank(Ordered ordered, Receiver.Bank to) {
        var from = ordered.bank()
                .orElseThrow(() -> new PayoutRefused(
                        new PayoutRefusal.OrderImpossible("no bank account was known when it was ordered")));
        var payout = ordered.payout();
        var xml = new BankOrder(
                        payout.id(),
                        payout.asset(),
                        payout.amount(),
                        from,
                        to,
                        ordered.memo(),
                        ordered.orderedAt(),
                        ordered.zone().orElseGet(() -> zone(payout.community())))
                .xml();
        return new Order(xml, "application/xml", "pain.001-" + BankOrder.name(payout.id()) + ".xml");
    }

    private static Order chain(Ordered ordered, Receiver.Chain to) {
        var id = ordered.payout().id();
        var json = new SafeOrder(id, to, ordered.minor(), ordered.asset().scale(), ordered.memo(), ordered.orderedAt())
                .json();
        return new Order(json.canonical(), "application/json", "safe-" + BankOrder.name(id) + ".json");
    }

    private ZoneId zone(Hash community) {
        return constitutions
                .inForce(community)
                .map(constitution -> constitution.treasury().zone())
                .orElse(ZoneOffset.UTC);
    }

    private Ordered find(Hash community, Hash payout) {
        known(community);
        return payouts.one(community, payout)
                .orElseThrow(() -> new PayoutRefused(new PayoutRefusal.PayoutUnknown(community, payout)));
    }

    private void known(Hash community) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }
}
