// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.drawing.Round;
import org.folkmoot.voting.drawing.Known.Ended;

/** The table of draws. */
@ApplicationScoped
class DrawStore {
    private static final String DRAW = """
            select no, id, community, proposal, enactment, action_index, attempt, title, action, constitution, position, place,
                people, panels, opened_at, round, round_opens_at, reveals_at, closes_at, ended_at, seed, reason, detail
            from draw\s""";

    private final Sql sql;

    DrawStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Adds a draw in its first round and gives its number, which it does not bring. */
    @Transactional(TxType.MANDATORY)
    long add(Known draw) {
        var order = draw.order();
        var round = draw.round();
        long no = sql.first(
                        """
                        insert into draw (id, community, proposal, enactment, action_index, attempt, title, action,
                            constitution, position, place, people, panels, opened_at, round, round_opens_at, reveals_at,
                            closes_at, due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning no""",
                        row -> row.getLong(1),
                        draw.id().bytes(),
                        order.community().bytes(),
                        order.proposal().bytes(),
                        order.enactment().bytes(),
                        order.actionIndex(),
                        order.attempt(),
                        draw.title(),
                        draw.action(),
                        draw.constitution().bytes(),
                        draw.position(),
                        draw.place(),
                        draw.people(),
                        new BigDecimal(draw.panels()),
                        draw.openedAt(),
                        round.number(),
                        round.opensAt(),
                        round.revealsAt(),
                        round.closesAt(),
                        round.revealsAt())
                .orElseThrow();
        begin(no, round);
        return no;
    }

    private void begin(long no, Round round) {
        sql.update(
                "insert into draw_round (draw_no, round, opens_at, reveals_at, closes_at) values (?, ?, ?, ?, ?)",
                no,
                round.number(),
                round.opensAt(),
                round.revealsAt(),
                round.closesAt());
    }

    @Transactional(TxType.SUPPORTS)
    Optional<Known> find(Hash id) {
        return sql.first(DRAW + "where id = ?", DrawStore::known, id.bytes());
    }

    /** Takes the draw's row lock until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    Optional<Known> lock(Hash id) {
        return sql.first(DRAW + "where id = ? for update", DrawStore::known, id.bytes());
    }

    /** Takes the row lock of the draw that has waited longest for the clock, passing over those that somebody works on. */
    @Transactional(TxType.MANDATORY)
    Optional<Known> lockDue(Instant now, Set<Long> except) {
        return sql.first(
                DRAW + "where due_at <= ? and no <> all (?) order by due_at, no limit 1 for update skip locked",
                DrawStore::known,
                now,
                except.toArray(Long[]::new));
    }

    /** The newest first. */
    @Transactional(TxType.SUPPORTS)
    List<Known> page(Hash community, long before, int limit) {
        return sql.all(
                DRAW + "where community = ? and no < ? order by no desc limit ?",
                DrawStore::known,
                community.bytes(),
                before,
                limit);
    }

    /** Sets when the clock moves a draw next. */
    @Transactional(TxType.MANDATORY)
    void due(long no, Instant at) {
        sql.update("update draw set due_at = ? where no = ?", at, no);
    }

    /** Begins another round. */
    @Transactional(TxType.MANDATORY)
    void again(long no, Round round) {
        sql.update("""
                update draw set round = ?, round_opens_at = ?, reveals_at = ?, closes_at = ?, due_at = ? where no = ?""", round.number(), round.opensAt(), round.revealsAt(), round.closesAt(), round.revealsAt(), no);
        begin(no, round);
    }

    /** Says what became of a draw, for good. */
    @Transactional(TxType.MANDATORY)
    void end(long no, Ended ended) {
        sql.update("""
                update draw set due_at = null, ended_at = ?, seed = ?, reason = ?, detail = ?
                where no = ? and ended_at is null""", ended.at(), ended.seed().map(HexFormat.of()::parseHex), ended.reason(), ended.detail(), no);
    }

    private static Known known(ResultSet row) throws SQLException {
        var place = row.getLong(12);
        return new Known(
                row.getLong(1),
                new Hash(row.getBytes(2)),
                new Order(
                        new Hash(row.getBytes(3)),
                        new Hash(row.getBytes(4)),
                        new Hash(row.getBytes(5)),
                        row.getInt(6),
                        row.getInt(7)),
                row.getString(8),
                row.getString(9),
                new Hash(row.getBytes(10)),
                row.getLong(11),
                row.getObject(12) == null ? Optional.empty() : Optional.of(place),
                row.getLong(13),
                Sql.whole(row, 14),
                Sql.instant(row, 15),
                new Round(row.getInt(16), Sql.instant(row, 17), Sql.instant(row, 18), Sql.instant(row, 19)),
                row.getObject(20) == null ? Optional.empty() : Optional.of(ended(row)));
    }

    private static Ended ended(ResultSet row) throws SQLException {
        return new Ended(
                Sql.instant(row, 20),
                Optional.ofNullable(row.getBytes(21)).map(HexFormat.of()::formatHex),
                Optional.ofNullable(row.getString(22)),
                Optional.ofNullable(row.getString(23)));
    }
}
