// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.sortition.Person;

/**
 * Who can be drawn, and who was. Of a roll nothing is copied, because a question to the past gives it again; a pool is, with what
 * the quotas see of each, because it is small, and everybody must be able to read it page by page.
 */
@ApplicationScoped
class PoolStore {
    private static final int PIECE = 10_000;

    private final Sql sql;

    PoolStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Adds everybody who can be drawn. */
    @Transactional(TxType.MANDATORY)
    void add(long draw, Collection<String> strata, List<Person> pool) {
        for (int from = 0; from < pool.size(); from += PIECE)
            insert(draw, strata, pool.subList(from, Math.min(pool.size(), from + PIECE)));
    }

    // An array of arrays must be as wide everywhere, and strata may be none: so each is one text, taken apart there.
    private void insert(long draw, Collection<String> strata, List<Person> pool) {
        sql.update(
                """
                insert into draw_person (draw_no, member, properties)
                select ?, member, string_to_array(properties, ',') from unnest(?, ?) as drawn (member, properties)""",
                draw,
                Sql.hashes(pool.stream().map(person -> Hash.parse(person.id())).toList()),
                pool.stream()
                        .map(person -> String.join(
                                ",",
                                strata.stream()
                                        .map(stratum -> person.properties().getOrDefault(stratum, ""))
                                        .toList()))
                        .toArray(String[]::new));
    }

    /** Those who can be drawn, in the order of their ids. */
    @Transactional(TxType.SUPPORTS)
    List<Person> page(long draw, Set<String> strata, Optional<Hash> after, int limit) {
        return sql.all(
                "select member, properties from draw_person where draw_no = ? and member > ? order by member limit ?",
                row -> person(row, strata),
                draw,
                after.map(Hash::bytes).orElse(new byte[0]),
                limit);
    }

    /** Everybody who can be drawn. */
    @Transactional(TxType.MANDATORY)
    List<Person> all(long draw, Set<String> strata) {
        return sql.all(
                "select member, properties from draw_person where draw_no = ? order by member",
                row -> person(row, strata),
                draw);
    }

    /** Says who was drawn. */
    @Transactional(TxType.MANDATORY)
    void seat(long draw, List<Person> panel) {
        sql.update(
                """
                insert into draw_seat (draw_no, seat, member)
                select ?, seat, member from unnest(?) with ordinality as drawn (member, seat)""",
                draw,
                Sql.hashes(panel.stream().map(person -> Hash.parse(person.id())).toList()));
    }

    /** Who was drawn in each of some draws, in the order of the draw. */
    @Transactional(TxType.SUPPORTS)
    Map<Long, List<Hash>> panels(Collection<Long> draws) {
        var panels = new HashMap<Long, List<Hash>>();
        sql.all(
                        "select draw_no, member from draw_seat where draw_no = any (?) order by draw_no, seat",
                        row -> Map.entry(row.getLong(1), new Hash(row.getBytes(2))),
                        (Object) draws.toArray(Long[]::new))
                .forEach(seat -> panels.computeIfAbsent(seat.getKey(), _ -> new ArrayList<>())
                        .add(seat.getValue()));
        return panels;
    }

    private static Person person(ResultSet row, Set<String> strata) throws SQLException {
        var names = List.copyOf(new TreeSet<>(strata));
        var said = (String[]) row.getArray(2).getArray();
        var properties = new HashMap<String, String>();
        IntStream.range(0, names.size()).forEach(place -> properties.put(names.get(place), said[place]));
        return new Person(new Hash(row.getBytes(1)).hex(), properties);
    }
}
