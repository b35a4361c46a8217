// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.MalformedEvent;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.enacting.Waiting.Why;

/** What was decided and waits, in plain SQL, because it only comes and goes. */
@ApplicationScoped
class WaitingDecisions {
    private static final int LONGEST_FAULT = 1000;
    // What happened to it says more than what it waited for before.
    private static final String WHY = "case when w.mishap = '' then w.reason else w.mishap end";
    private static final String COLUMNS = "select w.arrival, w.name, w.proposal, w.turn, w.type, w.event, " + WHY
            + ", w.since, w.tries, w.setbacks, w.next_try, w.fault from waiting_decision w ";
    // Its time or what it waits for has come, and it is the first of its proposal among what takes turns with it. What
    // was refused is out of the way.
    private static final String MAY_GO_ON = """
            w.mishap <> 'refused' and (w.next_try <= ? or w.reason = 'submission' and w.mishap = '' and exists (
                select 1 from proposal_policy p
                where p.community = w.community and p.proposal = decode(w.proposal, 'hex')))
            and not exists (
                select 1 from waiting_decision before
                where before.community = w.community and before.proposal = w.proposal and before.mishap <> 'refused'
                    and (before.turn >= %1$d) = (w.turn >= %1$d)
                    and (before.turn, before.arrival) < (w.turn, w.arrival))""".formatted(Waiting.FIRST_OF_DEPOSITS);

    private final Sql sql;

    WaitingDecisions(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** What waits for one reason: how much, and since when. */
    record Count(Why why, long count, Instant since) {}

    /** Keeps what was decided, unless the same is kept already; another text under its name waits for its own turn. */
    void keep(ProposalsEvent event, Why why, Instant now) {
        var name = Waiting.name(event);
        var type = EventType.of(event).name();
        var text = new String(EventJson.write(event), UTF_8);
        sql.update(
                """
                insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?
                where not exists (select 1 from waiting_decision where name = ? and type = ? and event = ?)""",
                name,
                type,
                event.community(),
                event.proposal(),
                Waiting.turn(event),
                text,
                why.word(),
                now,
                now,
                name,
                type,
                text);
    }

    /** Whether anything of a proposal waits with which something has to take turns. */
    boolean has(ProposalsEvent event) {
        return sql.first(
                        """
                        select 1 from waiting_decision
                        where community = ? and proposal = ? and mishap <> 'refused' and (turn >= ?) = ? limit 1""",
                        _ -> true,
                        event.community(),
                        event.proposal(),
                        Waiting.FIRST_OF_DEPOSITS,
                        Waiting.turn(event) >= Waiting.FIRST_OF_DEPOSITS)
                .isPresent();
    }

    /** Communities that have something that may go on, of those that are known. */
    List<Hash> ready(Instant now, int most) {
        return sql.all(
                "select w.community from waiting_decision w join ledger l on l.community = w.community where "
                        + MAY_GO_ON + " group by w.community order by min(w.next_try) limit ?",
                row -> Hash.parse(row.getString(1)),
                now,
                most);
    }

    /** The next of a community after a place that may go on: the first of its proposal. */
    Optional<Waiting> next(Hash community, long after, Instant now) {
        return sql.first(
                COLUMNS + "where w.community = ? and w.arrival > ? and " + MAY_GO_ON + " order by w.arrival limit 1",
                WaitingDecisions::waiting,
                community.hex(),
                after,
                now);
    }

    /** Takes one away if it is there still and nobody else is at it. */
    boolean take(Waiting waiting) {
        return sql.update("""
                        delete from waiting_decision where arrival in (
                            select arrival from waiting_decision where arrival = ? for update skip locked)""", waiting.arrival()) == 1;
    }

    /** Leaves one where it is for a while, with what it waits for. */
    void postpone(Waiting waiting, Why why, Instant until) {
        sql.update("""
                update waiting_decision set reason = ?, mishap = '', setbacks = 0, next_try = ? where arrival = ?""", why.word(), until, waiting.arrival());
    }

    /** Notes that somebody was in the way. */
    void contended(Waiting waiting, Instant again) {
        sql.update("""
                update waiting_decision set mishap = 'contention', setbacks = ?, next_try = ?
                where arrival = ? and setbacks = ? and mishap in ('', 'contention')""", waiting.setbacks() + 1, again, waiting.arrival(), waiting.setbacks());
    }

    /** Notes that one was tried and what was at fault, unless somebody else did so meanwhile. */
    void failed(Waiting waiting, boolean readable, String fault, Instant again) {
        sql.update(
                """
                update waiting_decision
                set reason = 'fault', mishap = ?, fault = left(?, ?), tries = ?, setbacks = 0, next_try = ?
                where arrival = ? and tries = ?""",
                readable ? "" : Why.UNREADABLE.word(),
                fault,
                LONGEST_FAULT,
                waiting.tries() + 1,
                again,
                waiting.arrival(),
                waiting.tries());
    }

    /** Notes that one is never done, and why. It stands there still, so that it is seen, but in nobody's way. */
    void refused(Waiting waiting, String why) {
        sql.update("""
                update waiting_decision set reason = 'fault', mishap = 'refused', fault = left(?, ?) where arrival = ?""", why, LONGEST_FAULT, waiting.arrival());
    }

    /** Those of a community after a place, or of one of its proposals alone. */
    List<Waiting> page(Hash community, Optional<Hash> proposal, long after, int rows) {
        return sql.all(COLUMNS + """
                where w.community = ? and w.proposal = coalesce(?, w.proposal) and w.arrival > ?
                order by w.arrival limit ?""", WaitingDecisions::waiting, community.hex(), proposal.map(Hash::hex), after, rows);
    }

    /** How much waits, by reason. */
    List<Count> counts() {
        return sql.all(
                "select " + WHY + ", count(*), min(w.since) from waiting_decision w group by 1",
                row -> new Count(Why.of(row.getString(1)), row.getLong(2), Sql.instant(row, 3)));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                read(row.getString(5), row.getString(6)),
                Why.of(row.getString(7)),
                Sql.instant(row, 8),
                row.getInt(9),
                row.getInt(10),
                Sql.instant(row, 11),
                row.getString(12));
    }

    /** A later version may have kept what this one cannot read. */
    private static Optional<ProposalsEvent> read(String type, String event) {
        try {
            return EventType.named(type).map(known -> (ProposalsEvent) EventJson.read(known, event.getBytes(UTF_8)));
        } catch (MalformedEvent | ClassCastException _) {
            return Optional.empty();
        }
    }
}
