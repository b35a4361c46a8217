// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Part;
import org.folkmoot.treasury.domain.Transfer;

/** The parts of those deposits of which one could not be given away at once. Whoever writes holds the ledger. */
@ApplicationScoped
class PartStore {
    private static final String PARTS =
            "select community, proposal, code, credit, asset, amount, memo, tries from deposit_part where deposit = ? ";

    private final Sql sql;

    PartStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** A deposit of which a part is to be tried again. */
    record Due(Hash community, Hash deposit) {}

    /** Some of the deposits of which a part is to be tried again, the longest overdue first, without those that rest. */
    @Transactional(TxType.SUPPORTS)
    List<Due> due(Instant now, int most, byte[][] resting) {
        return sql.all(
                """
                select community, deposit from deposit_part where again_at <= ? and deposit <> all (?)
                group by community, deposit order by min(again_at) limit ?""", row -> new Due(Hash.parse(row.getString(1)), new Hash(row.getBytes(2))), now, resting, most);
    }

    /** The parts of a deposit that are to be tried again by a moment. */
    @Transactional(TxType.MANDATORY)
    List<Part> due(Hash deposit, Instant now) {
        return sql.all(PARTS + "and again_at <= ? order by code", PartStore::part, deposit.bytes(), now);
    }

    /** All parts of a deposit; none if it went where it should at once. */
    @Transactional(TxType.MANDATORY)
    List<Part> all(Hash deposit) {
        return sql.all(PARTS + "order by code", PartStore::part, deposit.bytes());
    }

    /** Writes how a part stands, and when it is tried again, if it is. */
    @Transactional(TxType.MANDATORY)
    void save(Hash deposit, Part part, Optional<Instant> again) {
        sql.update(
                """
                insert into deposit_part (deposit, community, proposal, code, credit, asset, amount, memo, tries, again_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
                on conflict (deposit, code) do update set tries = excluded.tries, again_at = excluded.again_at""",
                deposit.bytes(),
                part.community().hex(),
                part.proposal().bytes(),
                part.code().word(),
                part.to(),
                part.asset(),
                part.amount(),
                part.memo(),
                part.tries(),
                again);
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                Hash.parse(row.getString(1)),
                new Hash(row.getBytes(2)),
                Transfer.Code.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8));
    }
}
