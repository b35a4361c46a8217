// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.domain.Word;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.TermsJson;
import org.folkmoot.treasury.domain.escrow.Tranche;

/** The table of escrows. */
@ApplicationScoped
class EscrowStore {
    static final String COLUMNS = """
            select e.id, e.asset, x.scale, e.terms, e.made_at, e.state, e.released, e.returned, e.paused_at, e.paused_nanos, e.deadline,
                e.tranches, e.latest, e.no
            from escrow e join ledger l on l.no = e.ledger
                join asset x on x.community = l.community and x.code = e.asset where l.community = ?\s""";

    private final Sql sql;

    EscrowStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** An escrow and its place among those of all communities. */
    record Placed(Escrow escrow, long no) {}

    /** An escrow of which something may have to go back. */
    record Due(Hash community, Hash escrow, Instant due) {}

    /** What is asked for: a kind, an account that it came from or is for, a state. */
    record Filter(Optional<String> kind, Optional<String> party, Optional<String> state) {}

    Optional<Escrow> find(Hash community, Hash id) {
        return one(community, id, "");
    }

    /** Until the transaction ends, nobody else changes it. */
    Optional<Escrow> lock(Hash community, Hash id) {
        return one(community, id, " for update of e");
    }

    /** The same, unless somebody else has it, or it is due no longer. */
    Optional<Escrow> lockDue(Due due) {
        return sql.first(
                COLUMNS + "and e.id = ? and e.due = ? for update of e skip locked",
                row -> placed(row).escrow(),
                due.community.hex(),
                due.escrow.bytes(),
                due.due);
    }

    private Optional<Escrow> one(Hash community, Hash id, String how) {
        return sql.first(COLUMNS + "and e.id = ?" + how, row -> placed(row).escrow(), community.hex(), id.bytes());
    }

    /** What was made, the latest first; whatever is empty is not asked for. */
    List<Placed> page(Hash community, Filter filter, long before, int limit) {
        return sql.all(
                COLUMNS + """
                and (?::text is null or e.kind = ?) and (?::text is null or e.debit = ? or e.credit = ?)
                and (?::text is null or e.state = ?) and e.no < ? order by e.no desc limit ?""",
                EscrowStore::placed,
                community.hex(),
                filter.kind,
                filter.kind,
                filter.party,
                filter.party,
                filter.party,
                filter.state,
                filter.state,
                before,
                limit);
    }

    /** Some of those of which something has to go back, the longest overdue first, without those that rest. */
    List<Due> due(Instant now, int limit, byte[][] resting) {
        return sql.all(
                """
                select l.community, e.id, e.due from escrow e join ledger l on l.no = e.ledger
                where e.due <= ? and e.id <> all (?) order by e.due limit ?""",
                row -> new Due(Hash.parse(row.getString(1)), new Hash(row.getBytes(2)), Sql.instant(row, 3)),
                now,
                resting,
                limit);
    }

    void insert(Hash community, Escrow escrow) {
        var terms = escrow.terms();
        sql.update(
                """
                insert into escrow (ledger, id, kind, debit, credit, asset, amount, terms, released, returned, state,
                    paused_nanos, deadline, tranches, made_at, latest, due)
                select no, ?, ?, ?, ?, ?, ?, ?, 0, 0, 'open', 0, ?::timestamptz, ?, ?, ?, ?::timestamptz
                from ledger where community = ?
                on conflict do nothing""",
                escrow.id().bytes(),
                terms.kind(),
                terms.from(),
                terms.beneficiary(),
                terms.asset().code(),
                new BigDecimal(terms.amount()),
                TermsJson.write(terms).canonicalText(),
                escrow.deadline(),
                words(escrow.tranches()),
                escrow.made(),
                escrow.latest(),
                escrow.due(),
                community.hex());
    }

    /** Writes how it stands now; it must still stand as it did. */
    void save(Hash community, Escrow before, Escrow after) {
        int changed = sql.update(
                """
                update escrow e set released = ?, returned = ?, state = ?, paused_at = ?::timestamptz, paused_nanos = ?,
                    deadline = ?::timestamptz, tranches = ?, latest = ?, due = ?::timestamptz
                from ledger l where l.no = e.ledger and l.community = ? and e.id = ?
                    and e.state = ? and e.released = ? and e.returned = ?""",
                new BigDecimal(after.released()),
                new BigDecimal(after.returned()),
                Word.of(after.state()),
                after.pausedAt(),
                after.paused().toNanos(),
                after.deadline(),
                words(after.tranches()),
                after.latest(),
                after.due(),
                community.hex(),
                after.id().bytes(),
                Word.of(before.state()),
                new BigDecimal(before.released()),
                new BigDecimal(before.returned()));
        if (changed != 1) throw new IllegalStateException("not as it stood: " + before);
    }

    /** Looks at it again later only. */
    void postpone(Due due, Instant until) {
        sql.update("""
                update escrow e set due = ? from ledger l
                where l.no = e.ledger and l.community = ? and e.id = ? and e.due = ?""", until, due.community.hex(), due.escrow.bytes(), due.due);
    }

    static Placed placed(ResultSet row) throws SQLException {
        var asset = new Asset(row.getString(2), row.getInt(3), Optional.empty());
        var escrow = new Escrow(
                new Hash(row.getBytes(1)),
                TermsJson.read(StrictJson.parse(row.getString(4).getBytes(UTF_8)), asset),
                Sql.instant(row, 5),
                Escrow.State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                Sql.whole(row, 7),
                Sql.whole(row, 8),
                moment(row, 9),
                Duration.ofNanos(row.getLong(10)),
                moment(row, 11),
                states(row.getString(12)),
                Sql.instant(row, 13));
        return new Placed(escrow, row.getLong(14));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static List<Tranche.State> states(String words) {
        return words.isEmpty()
                ? List.of()
                : Arrays.stream(words.split(" "))
                        .map(word -> Tranche.State.valueOf(word.toUpperCase(Locale.ROOT)))
                        .toList();
    }

    private static String words(List<Tranche.State> states) {
        return states.stream().map(Word::of).collect(Collectors.joining(" "));
    }
}
