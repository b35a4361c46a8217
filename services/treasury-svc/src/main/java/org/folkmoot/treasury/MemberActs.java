// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/** What members signed and the ledger did or refused, beside what they signed to pay. */
@ApplicationScoped
public class MemberActs {
    private final Sql sql;

    MemberActs(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Keeps an act, once. */
    @Transactional(TxType.MANDATORY)
    public void keep(Hash community, SignedAct act, Instant at) {
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
