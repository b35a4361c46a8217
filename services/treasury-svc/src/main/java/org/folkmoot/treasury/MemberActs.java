// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Order;

/** What members signed and the ledger did or refused, beside what they signed to pay. */
@ApplicationScoped
public class MemberActs {
    private final Ledger ledger;
    private final Sql sql;

    MemberActs(Ledger ledger, DataSource database) {
        this.ledger = ledger;
        this.sql = new Sql(database);
    }

    /** Rules on what an act asks for, once, and keeps the act with the first outcome. */
    @Transactional(TxType.MANDATORY)
    public Answer rule(SignedAct act, Order order) {
        var community = act.act().community();
        try {
            var answer = ledger.rule(community, List.of(order)).getFirst();
            if (answer instanceof Answer.First(var done, var _)) keep(community, act, done.at());
            return answer;
        } catch (DifferentTransfer different) {
            return new Answer.Different(order.id(), different.field());
        }
    }

    private void keep(Hash community, SignedAct act, Instant at) {
        sql.update(
                """
                insert into payment_act (act, ledger, suite, signature, payload, at)
                select ?, no, ?, ?, ?, ? from ledger where community = ?
                on conflict (act) do nothing""",
                act.id().bytes(),
                act.envelope().suite(),
                act.envelope().signature(),
                act.envelope().payload(),
                at,
                community.hex());
    }
}
