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
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.enacting.Waiting.Why;

/** What was decided and waits, in plain SQL, because it only comes and goes. */
@ApplicationScoped
class WaitingDecisions {
    private static final int LONGEST_FAULT = 1000;
    private static final String COLUMNS =
            "select arrival, type, event, reason, since, tries, next_try from waiting_decision w ";
    // It is the first of its proposal, and its time has come, or what it waits for.
    private static final String MAY_GO_ON = """
            (w.next_try <= ? or w.reason = 'submission' and exists (
                select 1 from proposal_policy p
                where p.community = w.community and p.proposal = decode(w.proposal, 'hex')))
            and not exists (
                select 1 from waiting_decision before
                where before.community = w.community and before.proposal = w.proposal
                    and (before.turn, before.arrival) < (w.turn, w.arrival))""";

    private final Sql sql;

    WaitingDecisions(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** What waits for one reason: how much, and since when. */
    record Count(Why why, long count, Instant since) {}

    /** Keeps what was decided, unless it is kept already; another text under its name is refused. */
    void keep(ProposalsEvent event, Why why, Instant now) {
        var name = Waiting.name(event);
        var type = EventType.of(event).name();
        sql.update(
                """
                insert into waiting_decision (name, type, community, proposal, turn, event, reason, since, next_try)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                name,
                type,
                event.community(),
                event.proposal(),
                Waiting.turn(event),
                new String(EventJson.write(event), UTF_8),
                why.word(),
                now,
                now);
        var kept = sql.first(COLUMNS + "where name = ? and type = ?", WaitingDecisions::waiting, name, type);
        if (kept.filter(waiting -> !waiting.event().equals(event)).isPresent())
            throw new EnactmentForged(name + " waits with another text");
    }

    /** Whether anything of a proposal waits. */
    boolean has(Hash community, Hash proposal) {
        return sql.first(
                        "select 1 from waiting_decision where community = ? and proposal = ? limit 1",
                        _ -> true,
                        community.hex(),
                        proposal.hex())
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
    boolean take(long arrival) {
        return sql.update("""
                        delete from waiting_decision where arrival in (
                            select arrival from waiting_decision where arrival = ? for update skip locked)""", arrival) == 1;
    }

    /** Leaves one where it is for a while, with what it waits for. */
    void postpone(long arrival, Why why, Instant until) {
        sql.update(
                "update waiting_decision set reason = ?, next_try = ? where arrival = ?", why.word(), until, arrival);
    }

    /** Notes that one was tried and what was at fault; it is tried again after a pause, which grows. */
    void failed(Waiting waiting, String fault, Instant now) {
        var tries = waiting.tries() + 1;
        sql.update("""
                update waiting_decision set reason = 'fault', fault = left(?, ?), tries = ?, next_try = ?
                where arrival = ? and tries < ?""", fault, LONGEST_FAULT, tries, now.plus(Waiting.pause(tries)), waiting.arrival(), tries);
    }

    List<Waiting> page(Hash community, long after, int rows) {
        return sql.all(
                COLUMNS + "where w.community = ? and w.arrival > ? order by w.arrival limit ?",
                WaitingDecisions::waiting,
                community.hex(),
                after,
                rows);
    }

    /** How much waits, by reason. */
    List<Count> counts() {
        return sql.all(
                "select reason, count(*), min(since) from waiting_decision group by reason",
                row -> new Count(Why.of(row.getString(1)), row.getLong(2), Sql.instant(row, 3)));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var type = EventType.named(row.getString(2)).orElseThrow();
        return new Waiting(
                row.getLong(1),
                (ProposalsEvent) EventJson.read(type, row.getString(3).getBytes(UTF_8)),
                Why.of(row.getString(4)),
                Sql.instant(row, 5),
                row.getInt(6),
                Sql.instant(row, 7));
    }
}
