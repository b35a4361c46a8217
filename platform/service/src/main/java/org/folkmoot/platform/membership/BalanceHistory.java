// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/**
 * A table that says what something came to as of every place in a journal: a row for each change, from its place to the next.
 * However many changes come at once, they are written with two statements.
 */
final class BalanceHistory {
    /**
     * A part of what tells the rows apart.
     *
     * @param type {@code bytea} for hashes, or {@code text}
     */
    record Column(String name, String type) {}

    /**
     * One of them became more or less at a place.
     *
     * @param key a hash or a text for each column
     */
    record Change(List<Object> key, long place, BigInteger by) {}

    private record Row(List<Object> key, long from, long to, BigInteger value) {}

    private static final long OPEN = Long.MAX_VALUE;

    private final Sql sql;
    private final List<Column> columns;
    private final boolean keepsZero;
    private final String close;
    private final String add;

    /**
     * Takes the table.
     *
     * @param value the column with the sum
     * @param keepsZero whether there is a row where it comes to nothing
     */
    BalanceHistory(Sql sql, String table, String value, List<Column> columns, boolean keepsZero) {
        this.sql = sql;
        this.columns = columns;
        this.keepsZero = keepsZero;
        var names = joined("%s");
        var arrays =
                columns.stream().map(column -> "?::" + column.type() + "[]").collect(Collectors.joining(", "));
        // Each row is looked up by its whole key, also while the database does not know how many there are. Nobody else
        // writes
        // meanwhile: whoever does holds the community's row.
        this.close = """
                update %1$s set valid_to = found.place
                from (select before.row, changed.place from unnest(%2$s, ?::bigint[]) as changed (%3$s, place)
                    cross join lateral (select ctid as row from %1$s where community = ? and %4$s and valid_to is null offset 0)
                        as before) as found
                where %1$s.ctid = found.row returning %3$s, %5$s""".formatted(table, arrays, names, equal(table), value);
        this.add = """
                insert into %s (community, %s, %s, valid_from, valid_to)
                select ?, %s, value::numeric, valid_from, nullif(valid_to, %d)
                from unnest(%s, ?::text[], ?::bigint[], ?::bigint[]) as added (%s, value, valid_from, valid_to)""".formatted(table, names, value, names, OPEN, arrays, names);
    }

    private String joined(String form) {
        return columns.stream().map(column -> form.formatted(column.name())).collect(Collectors.joining(", "));
    }

    private String equal(String table) {
        return columns.stream()
                .map(column -> "%s.%s = changed.%s".formatted(table, column.name(), column.name()))
                .collect(Collectors.joining(" and "));
    }

    /** Writes changes that come in the order of their places; nothing changes twice at one place. */
    void write(Hash community, Collection<Change> changes) {
        if (changes.isEmpty()) return;
        var chains = new LinkedHashMap<List<Object>, List<Change>>();
        for (var change : changes)
            chains.computeIfAbsent(change.key(), _ -> new ArrayList<>()).add(change);
        var keys = List.copyOf(chains.keySet());
        var places =
                chains.values().stream().map(chain -> chain.getFirst().place()).toArray(Long[]::new);
        var before = close(community, keys, places);
        var rows = chains.entrySet().stream()
                .flatMap(chain ->
                        rows(chain.getKey(), before.getOrDefault(chain.getKey(), BigInteger.ZERO), chain.getValue()))
                .toList();
        add(community, rows);
    }

    /** Ends the rows that there are, and says what they came to; of what has none, nothing. */
    private Map<List<Object>, BigInteger> close(Hash community, List<List<Object>> keys, Long[] places) {
        var found = new HashMap<List<Object>, BigInteger>();
        sql.all(
                        close,
                        row -> Map.entry(key(row), Sql.whole(row, columns.size() + 1)),
                        parameters(keys, places, community.bytes()))
                .forEach(known -> found.put(known.getKey(), known.getValue()));
        return found;
    }

    private Stream<Row> rows(List<Object> key, BigInteger before, List<Change> chain) {
        var rows = new ArrayList<Row>();
        var value = before;
        for (int i = 0; i < chain.size(); i++) {
            value = value.add(chain.get(i).by());
            long until = i + 1 < chain.size() ? chain.get(i + 1).place() : OPEN;
            if (keepsZero || value.signum() != 0)
                rows.add(new Row(key, chain.get(i).place(), until, value));
        }
        return rows.stream();
    }

    private void add(Hash community, List<Row> rows) {
        if (rows.isEmpty()) return;
        var parameters = new ArrayList<Object>();
        parameters.add(community.bytes());
        parameters.addAll(arrays(rows.stream().map(Row::key).toList()));
        parameters.add(rows.stream().map(row -> row.value().toString()).toArray(String[]::new));
        parameters.add(rows.stream().map(Row::from).toArray(Long[]::new));
        parameters.add(rows.stream().map(Row::to).toArray(Long[]::new));
        sql.update(add, parameters.toArray());
    }

    private Object[] parameters(List<List<Object>> keys, Object... more) {
        return Stream.concat(arrays(keys).stream(), Stream.of(more)).toArray();
    }

    /** An array for each column. */
    private List<Object> arrays(List<List<Object>> keys) {
        return IntStream.range(0, columns.size())
                .<Object>mapToObj(column -> columns.get(column).type().equals("bytea")
                        ? keys.stream()
                                .map(key -> ((Hash) key.get(column)).bytes())
                                .toArray(byte[][]::new)
                        : keys.stream().map(key -> (String) key.get(column)).toArray(String[]::new))
                .toList();
    }

    private List<Object> key(ResultSet row) throws SQLException {
        var key = new ArrayList<Object>();
        for (int i = 0; i < columns.size(); i++)
            key.add(columns.get(i).type().equals("bytea") ? new Hash(row.getBytes(i + 1)) : row.getString(i + 1));
        return List.copyOf(key);
    }
}
