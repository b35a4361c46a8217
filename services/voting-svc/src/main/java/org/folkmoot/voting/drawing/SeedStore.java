// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.drawing.Said;

/** Who makes the seeds of draws, and what they said. */
@ApplicationScoped
class SeedStore {
    /**
     * Somebody who may make the seed, and what they said in a round.
     *
     * @param withheldIn the round in which they committed and did not reveal, after which they are asked no more
     */
    record Committer(
            Hash member,
            Optional<Integer> withheldIn,
            Optional<Said> said,
            Optional<Instant> committedAt,
            Optional<Instant> revealedAt) {}

    private final Sql sql;

    SeedStore(DataSource database) {
        this.sql = new Sql(database);
    }

    @Transactional(TxType.MANDATORY)
    void add(long draw, Collection<Hash> committers) {
        sql.update("insert into draw_committer (draw_no, member) select ?, unnest(?)", draw, Sql.hashes(committers));
    }

    /** All of them, in the order of their ids. */
    @Transactional(TxType.SUPPORTS)
    List<Committer> committers(long draw, int round) {
        return sql.all("""
                select committer.member, withheld_in, commitment, value, committed_at, revealed_at
                from draw_committer committer
                left join draw_value said on said.draw_no = committer.draw_no and said.member = committer.member
                    and said.round = ?
                where committer.draw_no = ?
                order by committer.member""", SeedStore::committer, round, draw);
    }

    /** The same of several draws in their present rounds, by the number of the draw. */
    @Transactional(TxType.SUPPORTS)
    Map<Long, List<Committer>> committers(Collection<Known> draws) {
        var found = new HashMap<Long, List<Committer>>();
        sql.each(
                """
                select committer.member, withheld_in, commitment, value, committed_at, revealed_at, draw_no
                from unnest(?, ?) as wanted (draw_no, round) join draw_committer committer using (draw_no)
                left join draw_value said using (draw_no, round, member)
                order by draw_no, committer.member""",
                row -> Map.entry(row.getLong(7), committer(row)),
                one -> found.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()),
                draws.stream().map(Known::no).toArray(Long[]::new),
                draws.stream().map(draw -> (long) draw.round().number()).toArray(Long[]::new));
        return found;
    }

    @Transactional(TxType.MANDATORY)
    void commit(long draw, int round, Hash member, Hash commitment, Instant at, Hash act) {
        sql.update("""
                insert into draw_value (draw_no, round, member, commitment, committed_at, commit_act)
                values (?, ?, ?, ?, ?, ?)""", draw, round, member.bytes(), commitment.bytes(), at, act.bytes());
    }

    @Transactional(TxType.MANDATORY)
    void reveal(long draw, int round, Hash member, Hash value, Instant at, Hash act) {
        sql.update("""
                update draw_value set value = ?, revealed_at = ?, reveal_act = ?
                where draw_no = ? and round = ? and member = ? and value is null""", value.bytes(), at, act.bytes(), draw, round, member.bytes());
    }

    /** Who kept a value back when this action was tried before: nobody gets another panel by that. */
    @Transactional(TxType.SUPPORTS)
    Set<Hash> withheld(Hash proposal, int actionIndex) {
        return Set.copyOf(sql.all("""
                select distinct member from draw join draw_committer on draw_no = no
                where proposal = ? and action_index = ? and withheld_in is not null""", row -> new Hash(row.getBytes(1)), proposal.bytes(), actionIndex));
    }

    /** Asks these no more. */
    @Transactional(TxType.MANDATORY)
    void exclude(long draw, int round, Collection<String> members) {
        sql.update(
                "update draw_committer set withheld_in = ? where draw_no = ? and member = any (?)",
                round,
                draw,
                Sql.hashes(members.stream().map(Hash::parse).toList()));
    }

    static Committer committer(ResultSet row) throws SQLException {
        var withheld = row.getInt(2);
        var excluded = row.wasNull() ? Optional.<Integer>empty() : Optional.of(withheld);
        var commitment = row.getBytes(3);
        var said = commitment == null
                ? Optional.<Said>empty()
                : Optional.of(new Said(
                        HexFormat.of().formatHex(commitment),
                        Optional.ofNullable(row.getBytes(4)).map(HexFormat.of()::formatHex)));
        return new Committer(new Hash(row.getBytes(1)), excluded, said, instant(row, 5), instant(row, 6));
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(Sql.instant(row, column));
    }
}
