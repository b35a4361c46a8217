// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** What people own in the ledger of their community. */
@ApplicationScoped
class BalanceStore {
    private final Sql sql;

    BalanceStore(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    void add(Hash community, Hash member, String asset, BigInteger amount) {
        sql.update("""
                insert into member_balance as known (community, member, asset, balance) values (?, ?, ?, ?)
                on conflict (community, member, asset) do update set balance = known.balance + excluded.balance""", community.bytes(), member.bytes(), asset, new BigDecimal(amount));
    }

    BigInteger of(Hash community, Hash member, String asset) {
        return sql.first(
                        "select balance from member_balance where community = ? and member = ? and asset = ?",
                        row -> Sql.whole(row, 1),
                        community.bytes(),
                        member.bytes(),
                        asset)
                .orElse(BigInteger.ZERO);
    }

    /** Has the open application of somebody looked at again. */
    void reconsider(Hash community, Hash applicant, Instant at) {
        sql.update(
                "update application set due_at = ? where community = ? and applicant = ? and state = 'open'",
                at,
                community.bytes(),
                applicant.bytes());
    }
}
