// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.domain.Commitment;
import org.folkmoot.treasury.domain.Order;

/** What proposals have set aside: under which names, and which of it is still there. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SetAside {
    private final AssetStore assets;
    private final Sql sql;

    SetAside(AssetStore assets, DataSource database) {
        this.assets = assets;
        this.sql = new Sql(database);
    }

    Commitment commitment(Hash community, Hash proposal) {
        return new Commitment(community, proposal, assets.page(community, "", Integer.MAX_VALUE));
    }

    /** What is set aside for these actions, whether it was done or not; what is not the treasury's needs nothing. */
    static List<Order> holds(Commitment commitment, List<EnactmentDueV1> parts) {
        return parts.stream()
                .flatMap(part -> ActionOrder.due(part).stream()
                        .flatMap(order -> commitment.holds(part.actionIndex(), order).stream()))
                .toList();
    }

    /** Those of these that are there still. */
    List<Hash> left(Hash community, List<Order> holds) {
        if (holds.isEmpty()) return List.of();
        return sql.all(
                """
                select h.id from hold h join ledger l on l.no = h.ledger
                where l.community = ? and h.id = any (?) and h.state = 'held' order by h.id""",
                row -> new Hash(row.getBytes(1)),
                community.hex(),
                holds.stream().map(hold -> hold.id().bytes()).toArray(byte[][]::new));
    }

    /**
     * Orders that an enactment asks for, after the freeing of what is set aside for them. What was ruled on before is asked
     * for as it was, so that its outcome stands.
     */
    List<Order> instead(EnactmentDueV1 due, List<EnactmentDueV1> parts, List<Order> orders) {
        var community = Hash.parse(due.community());
        if (known(community, orders.getFirst().id())) return orders;
        var commitment = commitment(community, Hash.parse(due.proposal()));
        var held = left(community, holds(commitment, parts));
        return commitment.instead(held, Hash.parse(due.enactment()), orders);
    }

    private boolean known(Hash community, Hash order) {
        return sql.first("""
                        select 1 from transfer t join ledger l on l.no = t.ledger
                        where l.community = ? and t.id = ? limit 1""", _ -> true, community.hex(), order.bytes()).isPresent();
    }
}
