// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Deposit.Fate;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.proposals.domain.PutDown;
import org.folkmoot.proposals.domain.PutDown.Standing;

/** The table of what authors put down, in plain SQL. The lock on the proposal is held. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class DepositTable {
    private final Sql sql;

    DepositTable(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    void insert(String proposal, Asset asset, BigInteger amount) {
        sql.update(
                "insert into deposit (proposal, asset, scale, amount, standing) values (?, ?, ?, ?, 'due')",
                proposal,
                asset.code(),
                asset.scale(),
                new BigDecimal(amount));
    }

    Optional<PutDown> of(String proposal) {
        return sql.first("""
                select asset, scale, amount, standing, fate, part, refunded, burned, forfeited
                from deposit where proposal = ?""", DepositTable::read, proposal);
    }

    void stand(String proposal, Standing standing) {
        sql.update("update deposit set standing = ? where proposal = ?", word(standing), proposal);
    }

    void release(String proposal, PutDown.Released released) {
        sql.update(
                "update deposit set standing = 'released', fate = ?, part = ? where proposal = ?",
                released.fate().name().toLowerCase(Locale.ROOT),
                new BigDecimal(released.part()),
                proposal);
    }

    void settle(String proposal, PutDown.Settled settled) {
        sql.update(
                """
                update deposit set standing = 'settled', refunded = ?, burned = ?, forfeited = ?
                where proposal = ?""",
                new BigDecimal(settled.refunded()),
                new BigDecimal(settled.burned()),
                new BigDecimal(settled.forfeited()),
                proposal);
    }

    private static PutDown read(ResultSet row) throws SQLException {
        var fate = row.getString(5);
        return new PutDown(
                new Asset(row.getString(1), row.getInt(2), Optional.empty()),
                Sql.whole(row, 3),
                Standing.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                fate == null
                        ? Optional.empty()
                        : Optional.of(
                                new PutDown.Released(Fate.valueOf(fate.toUpperCase(Locale.ROOT)), Sql.whole(row, 6))),
                row.getBigDecimal(7) == null
                        ? Optional.empty()
                        : Optional.of(new PutDown.Settled(Sql.whole(row, 7), Sql.whole(row, 8), Sql.whole(row, 9))));
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
