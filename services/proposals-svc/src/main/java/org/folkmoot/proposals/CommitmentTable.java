// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.proposals.domain.Committed;
import org.folkmoot.proposals.domain.Committed.Standing;

/** The table of what is set aside for proposals, in plain SQL. The lock on the proposal is held. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class CommitmentTable {
    private final Sql sql;

    CommitmentTable(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    void insert(String proposal, String actions, Instant at) {
        sql.update(
                "insert into commitment (proposal, actions, standing, detail, at) values (?, ?, 'due', '', ?)",
                proposal,
                actions,
                at);
    }

    Optional<Committed> of(String proposal) {
        return sql.first(
                "select actions, standing, detail, at from commitment where proposal = ?",
                row -> new Committed(
                        row.getString(1),
                        Standing.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getString(3),
                        Sql.instant(row, 4)),
                proposal);
    }

    void stand(String proposal, Standing standing, String detail, Instant at) {
        sql.update(
                "update commitment set standing = ?, detail = ?, at = ? where proposal = ?",
                standing.name().toLowerCase(Locale.ROOT),
                detail,
                at,
                proposal);
    }
}
