// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.scheduling.Debt;

/** The table of what members owe and have paid for periods. */
@ApplicationScoped
class DebtStore {
    /** The columns of a debt, as {@link #debt} reads them. */
    static final String COLUMNS = "name, day, member, asset, recipient, amount, starts, grace, cause, tries";

    private static final String DEBT = "select " + COLUMNS + " from due where community = ? ";

    private final Sql sql;

    DebtStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * A debt and what became of it so far.
     *
     * @param paid by which transfer it was paid, if it was
     * @param again when it is asked for again
     */
    record Entry(Debt debt, Optional<Hash> paid, Optional<Instant> again) {}

    /** When a debt is asked for again next. */
    Optional<Instant> next(Hash community) {
        return sql.first(
                "select again from due where community = ? and again is not null order by again limit 1",
                row -> Sql.instant(row, 1),
                community.hex());
    }

    /** The debts that are asked for again by a moment, the older period first. */
    List<Debt> again(Hash community, Instant by, int most) {
        return sql.all(
                DEBT + "and again <= ? order by again, starts, name, member limit ?",
                row -> debt(community, row),
                community.hex(),
                by,
                most);
    }

    /** Asks at a moment for what is owed of some dues and is asked for only when they begin a period; false if nothing is. */
    boolean takeUp(Hash community, Set<String> names, Instant at) {
        return sql.update("""
                        update due set again = ? where community = ? and name = any (?) and starts < ? and again is null
                            and paid_at is null""", at, community.hex(), names.toArray(String[]::new), at) > 0;
    }

    /** How many periods of some dues each of these members owes; who owes none is not there. */
    Map<Hash, Integer> owed(Hash community, String name, List<Hash> members) {
        var owed = new HashMap<Hash, Integer>();
        sql.all(
                        """
                        select member, count(*) from due where community = ? and name = ? and paid_at is null
                        and member = any (?) group by member""",
                        row -> Map.entry(new Hash(row.getBytes(1)), row.getInt(2)),
                        community.hex(),
                        name,
                        members.stream().map(Hash::bytes).toArray(byte[][]::new))
                .forEach(entry -> owed.put(entry.getKey(), entry.getValue()));
        return owed;
    }

    /** Writes debts of one community as they stand now; a charge that is there is never made again, only paid or tried. */
    void save(Hash community, List<Entry> entries, Instant now) {
        sql.update(
                """
                insert into due (community, name, day, member, asset, recipient, amount, starts, grace, cause, tries, again,
                    paid_at, transfer)
                select ?, name, day::date, member, asset, recipient, amount::numeric, starts, grace, cause, tries,
                    again::timestamptz, case when transfer is not null then ?::timestamptz end, transfer
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as d (name, day, member, asset, recipient, amount, starts,
                    grace, cause, tries, again, transfer)
                on conflict (community, name, day, member) do update
                    set tries = excluded.tries, again = excluded.again, paid_at = excluded.paid_at,
                        transfer = excluded.transfer
                    where due.paid_at is null""",
                community.hex(),
                now,
                texts(entries, Debt::name),
                texts(entries, debt -> debt.day().toString()),
                bytes(entries, Debt::member),
                texts(entries, Debt::asset),
                texts(entries, Debt::to),
                texts(entries, debt -> debt.amount().toString()),
                moments(entries, Debt::at),
                moments(entries, Debt::grace),
                bytes(entries, Debt::cause),
                entries.stream().map(entry -> (long) entry.debt().tries()).toArray(Long[]::new),
                entries.stream()
                        .map(entry -> entry.again().map(Instant::toString).orElse(null))
                        .toArray(String[]::new),
                entries.stream()
                        .map(entry -> entry.paid().map(Hash::bytes).orElse(null))
                        .toArray(byte[][]::new));
    }

    static Debt debt(Hash community, ResultSet row) throws SQLException {
        return new Debt(
                community,
                row.getString(1),
                row.getObject(2, LocalDate.class),
                new Hash(row.getBytes(3)),
                row.getString(4),
                row.getString(5),
                Sql.whole(row, 6),
                Sql.instant(row, 7),
                Sql.instant(row, 8),
                new Hash(row.getBytes(9)),
                row.getInt(10));
    }

    private static String[] texts(List<Entry> entries, Function<Debt, String> part) {
        return entries.stream().map(Entry::debt).map(part).toArray(String[]::new);
    }

    private static byte[][] bytes(List<Entry> entries, Function<Debt, Hash> part) {
        return entries.stream().map(Entry::debt).map(part).map(Hash::bytes).toArray(byte[][]::new);
    }

    private static Instant[] moments(List<Entry> entries, Function<Debt, Instant> part) {
        return entries.stream().map(Entry::debt).map(part).toArray(Instant[]::new);
    }
}
