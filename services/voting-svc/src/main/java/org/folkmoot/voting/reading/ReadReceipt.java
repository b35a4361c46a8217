// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Receipt;
import org.folkmoot.voting.Receipts;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Finds an accepted ballot and signs its receipt again. */
@ApplicationScoped
class ReadReceipt {
    private final Receipts receipts;
    private final Sql sql;

    ReadReceipt(Receipts receipts, DataSource database) {
        this.receipts = receipts;
        this.sql = new Sql(database);
    }

    @Transactional
    Receipt handle(Hash poll, Hash act) {
        return sql.first(
                        """
                        select number, accepted_at from ballot join poll on no = poll_no
                        where act = ? and poll = ?""",
                        row -> receipts.of(new Receipt.Promise(act, poll, row.getLong(1), Sql.instant(row, 2))),
                        act.bytes(),
                        poll.bytes())
                .orElseThrow(() -> new Refused(new Refusal.BallotUnknown(poll, act)));
    }
}
