// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.Outside;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.PayoutOrderedV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.AfterEnactment;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Payout;
import org.folkmoot.treasury.domain.Receiver;

/** Orders a payment when what it is for has been put into its escrow, in the same transaction. */
@ApplicationScoped
class OrderPayout implements AfterEnactment {
    private final PayoutStore payouts;
    private final AssetStore assets;
    private final Constitutions constitutions;
    private final Outbox outbox;

    OrderPayout(PayoutStore payouts, AssetStore assets, Constitutions constitutions, Outbox outbox) {
        this.payouts = payouts;
        this.assets = assets;
        this.constitutions = constitutions;
        this.outbox = outbox;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void enacted(EnactmentDueV1 due, Done done) {
        if (done.outcome() instanceof Outcome.Posted(var lines))
            ActionJson.of(due)
                    .filter(action -> action.type().equals(Action.Treasury.PAYOUT))
                    .ifPresent(action -> order(
                            due,
                            done,
                            action.fields(Set.of("memo"), "amount", "asset", "expires", "from", "to"),
                            lines.getFirst().amount()));
    }

    private void order(EnactmentDueV1 due, Done done, Fields said, BigInteger minor) {
        var community = Hash.parse(due.community());
        var asset = assets.asset(community, said.text("asset")).orElseThrow();
        var to = Receiver.read(said.value("to"));
        var payout = new Payout(
                done.id(),
                community,
                said.text("from"),
                asset.code(),
                asset.decimal(minor),
                due.dueAt().plus(Duration.parse(said.text("expires"))),
                Payout.State.ORDERED,
                0);
        var ordered = new Ordered(
                payout,
                Hash.parse(due.proposal()),
                asset,
                minor,
                to,
                to instanceof Receiver.Bank ? bank(community, asset.code()) : Optional.empty(),
                constitutions
                        .inForce(community)
                        .map(constitution -> constitution.treasury().zone()),
                said.has("memo") ? said.text("memo") : "",
                done.at(),
                Ordered.Ending.NONE,
                0);
        if (payouts.order(ordered)) tell(ordered);
    }

    private void tell(Ordered ordered) {
        var payout = ordered.payout();
        outbox.add(new PayoutOrderedV1(
                payout.community().hex(),
                payout.id().hex(),
                ordered.proposal().hex(),
                payout.from(),
                payout.asset(),
                ordered.minor(),
                ordered.orderedAt(),
                payout.deadline().truncatedTo(ChronoUnit.MILLIS)));
    }

    private Optional<Outside.Bank> bank(Hash community, String asset) {
        return constitutions
                .inForce(community)
                .flatMap(constitution -> constitution.treasury().outside().bank(asset));
    }
}
