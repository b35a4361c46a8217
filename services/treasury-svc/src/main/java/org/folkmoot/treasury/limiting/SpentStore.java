// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.limiting.Count;
import org.folkmoot.treasury.domain.limiting.Counter;
import org.folkmoot.treasury.domain.limiting.Window;

/** The tables of what is spent: a row for each period of the calendar, and one for each spend in a window that rolls. */
@ApplicationScoped
class SpentStore {
    private final Sql sql;

    SpentStore(DataSource database) {
        this.sql = new Sql(database);
    }

    private record Found(int place, Count count) {}

    /** A place in the list of what is limited. */
    record Place(String limited, String subject) {}

    /** What is shown there. */
    record Shown(Place place, Count count) {}

    /** Whose limits are shown, and whether with those members for whom they are counted. */
    record Whose(Hash community, boolean members) {}

    /** What is spent now, by name and subject: of every limit a row without a subject, and one for each subject. */
    List<Shown> page(
            Whose whose,
            Collection<SpendingLimit> limits,
            Function<SpendingLimit, Window> windows,
            Place after,
            int rows) {
        var named = List.copyOf(limits);
        return sql.all(
                """
                with wanted as (select w.*, l.no as ledger from unnest(?, ?, ?) as w (limited, since, day)
                    cross join ledger l where l.community = ?),
                found as (
                    select limited, '' as subject, 0::numeric as spent, null::timestamptz as oldest from wanted
                    union all select s.limited, s.subject, s.spent, null from wanted w join spent_in_period s
                        on s.ledger = w.ledger and s.limited = w.limited and s.first_day = nullif(w.day, '')::date
                    union all select s.limited, s.subject, sum(s.amount), min(s.at) from wanted w join spent_at s
                        on s.ledger = w.ledger and s.limited = w.limited and s.at > w.since
                        where w.day = '' group by s.limited, s.subject)
                select limited, subject, sum(spent), min(oldest) from found where (limited, subject) > (?, ?)
                    and (? or subject not like 'member/%')
                group by limited, subject order by limited, subject limit ?""",
                row -> new Shown(new Place(row.getString(1), row.getString(2)), count(row, 3)),
                named.stream().map(SpendingLimit::name).toArray(String[]::new),
                named.stream().map(windows).map(SpentStore::since).toArray(Instant[]::new),
                named.stream().map(windows).map(SpentStore::day).toArray(String[]::new),
                whose.community.hex(),
                after.limited,
                after.subject,
                whose.members,
                rows);
    }

    private static Instant since(Window window) {
        return switch (window) {
            case Window.Calendar(var _, var end) -> end; // the day says which it is
            case Window.Rolling(var after, var _) -> after;
        };
    }

    /** The first day of a period of the calendar; a window that rolls has none. */
    private static String day(Window window) {
        return switch (window) {
            case Window.Calendar(var first, var _) -> first.toString();
            case Window.Rolling _ -> "";
        };
    }

    private static Count count(ResultSet row, int column) throws SQLException {
        return new Count(
                Sql.whole(row, column),
                row.getObject(column + 1) == null ? Optional.empty() : Optional.of(Sql.instant(row, column + 1)));
    }

    /** What is spent of each, in the time that counts; what is spent of nothing is left out. */
    Map<Counter, Count> spent(long ledger, Collection<Counter> counters, Function<Counter, Window> windows) {
        var periods = new LinkedHashMap<Counter, String>();
        var rolling = new LinkedHashMap<Counter, Instant>();
        for (var counter : counters)
            switch (windows.apply(counter)) {
                case Window.Calendar(var first, var _) -> periods.put(counter, first.toString());
                case Window.Rolling(var after, var _) -> rolling.put(counter, after);
            }
        var counts = new LinkedHashMap<Counter, Count>();
        find(counts, ledger, periods.keySet(), periods.values().toArray(String[]::new), """
                select w.place, s.spent, null::timestamptz
                from unnest(?, ?, ?) with ordinality as w (limited, subject, day, place)
                    join spent_in_period s on s.limited = w.limited and s.subject = w.subject and s.first_day = w.day::date
                where s.ledger = ?""");
        find(counts, ledger, rolling.keySet(), rolling.values().toArray(Instant[]::new), """
                select w.place, sum(s.amount), min(s.at)
                from unnest(?, ?, ?) with ordinality as w (limited, subject, after, place)
                    join spent_at s on s.limited = w.limited and s.subject = w.subject and s.at > w.after
                where s.ledger = ? group by w.place""");
        return counts;
    }

    private void find(
            Map<Counter, Count> counts, long ledger, Collection<Counter> wanted, Object[] times, String query) {
        if (wanted.isEmpty()) return;
        var counters = List.copyOf(wanted);
        sql.all(
                        query,
                        row -> new Found(row.getInt(1), count(row, 2)),
                        limited(counters),
                        subjects(counters),
                        times,
                        ledger)
                .forEach(found -> counts.put(counters.get(found.place - 1), found.count));
    }

    /** Adds to what is spent. */
    void add(long ledger, Map<Counter, BigInteger> added, Function<Counter, Window> windows, Instant now) {
        var periods = new LinkedHashMap<Counter, String>();
        var rolling = new LinkedHashMap<Counter, Instant>();
        for (var counter : added.keySet())
            switch (windows.apply(counter)) {
                case Window.Calendar(var first, var _) -> periods.put(counter, first.toString());
                case Window.Rolling _ -> rolling.put(counter, now);
            }
        put(ledger, added, periods.keySet(), periods.values().toArray(String[]::new), """
                insert into spent_in_period (limited, subject, first_day, spent, ledger)
                select limited, subject, day::date, amount::numeric, ?
                from unnest(?, ?, ?, ?) as a (limited, subject, day, amount)
                on conflict (ledger, limited, subject, first_day)
                    do update set spent = spent_in_period.spent + excluded.spent""");
        put(ledger, added, rolling.keySet(), rolling.values().toArray(Instant[]::new), """
                insert into spent_at (limited, subject, at, amount, ledger)
                select limited, subject, at, amount::numeric, ?
                from unnest(?, ?, ?, ?) as a (limited, subject, at, amount)""");
    }

    private void put(
            long ledger, Map<Counter, BigInteger> added, Collection<Counter> which, Object[] times, String statement) {
        if (which.isEmpty()) return;
        var counters = List.copyOf(which);
        sql.update(
                statement,
                ledger,
                limited(counters),
                subjects(counters),
                times,
                counters.stream()
                        .map(counter ->
                                added.getOrDefault(counter, BigInteger.ZERO).toString())
                        .toArray(String[]::new));
    }

    private static String[] limited(List<Counter> counters) {
        return counters.stream().map(counter -> counter.limit().name()).toArray(String[]::new);
    }

    private static String[] subjects(List<Counter> counters) {
        return counters.stream().map(Counter::subject).toArray(String[]::new);
    }
}
