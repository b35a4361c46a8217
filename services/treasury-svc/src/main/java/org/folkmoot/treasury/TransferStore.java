// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.folkmoot.treasury.Earlier.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.domain.Transfer;

/** The table of transfers: the journal of what was posted, and the reasons of what was refused. */
@ApplicationScoped
public class TransferStore {
    private static final String ROWS = """
            select t.id, t.code, d.name, c.name, d.asset, t.amount, t.asked, t.cause, t.memo, t.at, t.parts, t.refusal,
                t.detail, b.first_entry + t.move, b.number, t.leg
            from ledger l join transfer t on t.ledger = l.no left join block b on b.no = t.block
                left join account d on d.no = t.debit left join account c on c.no = t.credit
            where l.community = ?\s""";

    private final Sql sql;

    TransferStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** A transfer by its id, posted or refused; the first leg, if it has several. */
    public Optional<Recorded> transfer(Hash community, Hash id) {
        return legs(community, id).stream().findFirst();
    }

    /** Everything that moved under an id, leg by leg. */
    public List<Recorded> legs(Hash community, Hash id) {
        return sql.all(
                ROWS + "and t.id = ? and t.code <> 'turned' order by t.leg",
                TransferStore::recorded,
                community.hex(),
                id.bytes());
    }

    /** What was posted, the latest first. */
    public List<Recorded> journal(Hash community, long before, int limit) {
        // The last block that begins before an entry has the one before it; each block but those without movements has
        // one.
        return sql.all("""
                select * from (select t.id, t.code, d.name, c.name, d.asset, t.amount, t.asked, t.cause, t.memo, t.at, t.parts,
                        t.refusal, t.detail, b.first_entry + t.move as entry, b.number, t.leg
                    from (select b.* from block b where b.ledger = (select no from ledger where community = ?)
                            and b.first_entry < ? and b.moves > 0
                            order by b.first_entry desc limit ?) b
                        join transfer t on t.block = b.no and t.move is not null
                        join account d on d.no = t.debit join account c on c.no = t.credit) j
                where entry < ? order by entry desc limit ?""", TransferStore::recorded, community.hex(), before, limit, before, limit);
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        var refusal = text(row.getString(12));
        var transfer = refusal.isEmpty() ? posted(row) : asked(row);
        Recorded.Ending ending = refusal.isEmpty()
                ? new Recorded.Posted(entry(row), amount(row))
                : new Recorded.Refused(refusal, text(row.getString(13)));
        return new Recorded(transfer, ending, Sql.instant(row, 10));
    }

    private static Optional<Long> entry(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject(14, Long.class));
    }

    private static BigInteger amount(ResultSet row) throws SQLException {
        return AccountStore.counter(row, 6);
    }

    private static Transfer posted(ResultSet row) throws SQLException {
        return new Transfer(
                new Hash(row.getBytes(1)),
                code(row),
                text(row.getString(3)),
                text(row.getString(4)),
                text(row.getString(5)),
                text(row.getString(7)),
                new Hash(row.getBytes(8)),
                row.getString(9));
    }

    /** What was refused stands in the row as it was asked, because its accounts and its asset need not exist. */
    private static Transfer asked(ResultSet row) throws SQLException {
        var parts = StrictJson.parse(row.getString(11).getBytes(UTF_8)) instanceof Json.Obj object
                ? object.members()
                : Map.<String, Json>of();
        return new Transfer(
                new Hash(row.getBytes(1)),
                code(row),
                part(parts, "debit"),
                part(parts, "credit"),
                part(parts, "asset"),
                part(parts, "amount"),
                new Hash(row.getBytes(8)),
                row.getString(9));
    }

    private static String part(Map<String, Json> parts, String name) {
        return Optional.ofNullable(parts.get(name))
                .map(value -> String.valueOf(value.plain()))
                .orElse("");
    }

    private static Transfer.Code code(ResultSet row) throws SQLException {
        return Transfer.Code.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
    }
}
