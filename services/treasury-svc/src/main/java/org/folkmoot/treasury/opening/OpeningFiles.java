// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;

/** The table of files that were decided on, and whether they were brought. */
@ApplicationScoped
class OpeningFiles {
    private static final String SELECT =
            "select f.no, f.enactment, f.proposal, f.file, f.rows, f.sums, f.memo, f.decided_at, f.brought_at"
                    + " from opening_file f join ledger l on l.no = f.ledger where l.community = ? ";

    private final Sql sql;

    OpeningFiles(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * A file that a decision names.
     *
     * @param sums what the balances of each asset are together
     */
    record Named(Hash enactment, Hash proposal, Hash file, int rows, Map<String, String> sums, String memo) {}

    /** The same when that was decided. */
    record Kept(long no, Named named, Instant decidedAt, Optional<Instant> broughtAt) {}

    @Transactional(TxType.SUPPORTS)
    Optional<Kept> find(Hash community, Hash enactment) {
        return sql.first(SELECT + "and f.enactment = ?", OpeningFiles::kept, community.hex(), enactment.bytes());
    }

    @Transactional(TxType.SUPPORTS)
    List<Kept> page(Hash community, long after, int limit) {
        return sql.all(
                SELECT + "and f.no > ? order by f.no limit ?", OpeningFiles::kept, community.hex(), after, limit);
    }

    @Transactional(TxType.MANDATORY)
    void add(Hash community, Named named, Instant decidedAt) {
        sql.update(
                """
                insert into opening_file (ledger, enactment, proposal, file, rows, sums, memo, decided_at)
                select no, ?, ?, ?, ?, ?, ?, ? from ledger where community = ?""",
                named.enactment.bytes(),
                named.proposal.bytes(),
                named.file.bytes(),
                named.rows,
                Json.object(named.sums).canonicalText(),
                named.memo,
                decidedAt,
                community.hex());
    }

    /** Says that it was brought; the database lets nobody say so twice. */
    @Transactional(TxType.MANDATORY)
    void brought(Kept kept, Instant at) {
        sql.update("update opening_file set brought_at = ? where no = ?", at, kept.no);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var named = new Named(
                new Hash(row.getBytes(2)),
                new Hash(row.getBytes(3)),
                new Hash(row.getBytes(4)),
                row.getInt(5),
                sums(row.getString(6)),
                row.getString(7));
        return new Kept(
                row.getLong(1),
                named,
                Sql.instant(row, 8),
                Optional.ofNullable(row.getObject(9, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    private static Map<String, String> sums(String text) {
        var sums = new TreeMap<String, String>();
        if (StrictJson.parse(text.getBytes(UTF_8)) instanceof Json.Obj object)
            object.members().forEach((asset, sum) -> sums.put(asset, String.valueOf(sum.plain())));
        return sums;
    }
}
