// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Word;
import org.folkmoot.treasury.domain.scheduling.Key;
import org.folkmoot.treasury.domain.scheduling.Turn;

/** The table of periods that were begun. */
@ApplicationScoped
class TurnStore {
    private final Constitutions constitutions;
    private final Clock clock;
    private final Sql sql;

    TurnStore(Constitutions constitutions, Clock clock, DataSource database) {
        this.constitutions = constitutions;
        this.clock = clock;
        this.sql = new Sql(database);
    }

    private record Stored(
            Key key,
            LocalDate day,
            Hash constitution,
            Instant starts,
            Instant ends,
            long position,
            String reached,
            BigInteger amount,
            BigInteger promised,
            Progress.Counted counted) {}

    /** The period that was begun and is not done: there is one at most. */
    Optional<Progress> running(Hash community) {
        return sql.first("""
                        select kind, name, day, constitution, starts, ends, position, reached, amount, promised,
                            counted, counted_to
                        from calendar_turn where community = ? and state = 'running'""", TurnStore::row, community.hex()).map(row -> progress(community, row));
    }

    private Progress progress(Hash community, Stored row) {
        var schedules = constitutions
                .known(community, row.constitution)
                .orElseThrow()
                .treasury()
                .schedules();
        var rule = Optional.ofNullable(row.key.kind().of(schedules).get(row.key.name()))
                .orElseThrow(() -> new IllegalStateException(row.constitution + " does not know " + row.key));
        return new Progress(
                community,
                new Turn(row.key, rule, row.constitution, row.day, row.starts, row.ends),
                row.position,
                Progress.State.RUNNING,
                row.reached,
                row.amount,
                row.promised,
                row.counted,
                Optional.empty());
    }

    private static Stored row(ResultSet row) throws SQLException {
        return new Stored(
                new Key(CalendarStore.kind(row.getString(1)), row.getString(2)),
                row.getObject(3, LocalDate.class),
                new Hash(row.getBytes(4)),
                Sql.instant(row, 5),
                Sql.instant(row, 6),
                row.getLong(7),
                row.getString(8),
                Sql.whole(row, 9),
                Sql.whole(row, 10),
                new Progress.Counted(row.getLong(11), row.getString(12)));
    }

    /** Writes a period that begins. */
    void insert(Progress begun) {
        var turn = begun.turn();
        sql.update(
                """
                insert into calendar_turn (community, kind, name, day, asset, constitution, starts, ends, position, state,
                    reached, amount, promised, begun_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', '', 0, 0, ?)""",
                begun.community().hex(),
                turn.key().kind().word(),
                turn.key().name(),
                turn.day(),
                turn.rule().asset(),
                turn.constitution().bytes(),
                turn.at(),
                turn.ends(),
                begun.position(),
                clock.instant());
    }

    /** Writes how far a period has come. */
    void save(Progress progress) {
        sql.update(
                """
                update calendar_turn set state = ?, reached = ?, amount = ?::numeric, promised = ?::numeric, counted = ?,
                    counted_to = ?, reason = ?, detail = ?, done_at = ? where community = ? and kind = ? and name = ? and day = ?""",
                Word.of(progress.state()),
                progress.reached(),
                new BigDecimal(progress.amount()),
                new BigDecimal(progress.promised()),
                progress.counted().members(),
                progress.counted().upTo(),
                progress.refused().map(Progress.Refused::reason),
                progress.refused().map(Progress.Refused::detail),
                Optional.of(clock.instant()).filter(_ -> progress.state() != Progress.State.RUNNING),
                progress.community().hex(),
                progress.turn().key().kind().word(),
                progress.turn().key().name(),
                progress.turn().day());
    }

    /** Writes how an envelope stands when its period begins. */
    void count(Progress progress, Account envelope) {
        sql.update(
                """
                update calendar_turn set debits = ?::numeric, credits = ?::numeric
                where community = ? and kind = ? and name = ? and day = ?""",
                new BigDecimal(envelope.debitsPosted()),
                new BigDecimal(envelope.creditsPosted()),
                progress.community().hex(),
                progress.turn().key().kind().word(),
                progress.turn().key().name(),
                progress.turn().day());
    }
}
