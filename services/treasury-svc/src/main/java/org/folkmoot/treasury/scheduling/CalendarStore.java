// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.scheduling.Key;
import org.folkmoot.treasury.domain.scheduling.Kind;
import org.folkmoot.treasury.domain.scheduling.Timetable;
import org.folkmoot.treasury.domain.scheduling.Turn;
import org.folkmoot.treasury.domain.scheduling.Version;

/** The tables of calendars: what is in force since when, who was a member when, and how far each calendar has come. */
@ApplicationScoped
class CalendarStore {
    private final Constitutions constitutions;
    private final Clock clock;
    private final Sql sql;

    CalendarStore(Constitutions constitutions, Clock clock, DataSource database) {
        this.constitutions = constitutions;
        this.clock = clock;
        this.sql = new Sql(database);
    }

    /** Puts a constitution in force from now on. */
    @Transactional(TxType.MANDATORY)
    void rule(Hash community, Hash constitution) {
        var now = clock.instant();
        sql.update("""
                insert into calendar (community, next_at, begun_until) values (?, ?, ?)
                on conflict (community) do update set next_at = least(calendar.next_at, excluded.next_at)""", community.hex(), now, now);
        sql.update(
                "insert into calendar_rules (community, since, constitution) values (?, ?, ?)",
                community.hex(),
                now,
                constitution.bytes());
    }

    /** Notes that a membership position was reached. */
    @Transactional(TxType.MANDATORY)
    void reach(String community, long position, Instant at) {
        sql.update(
                "insert into calendar_roll (community, position, at) values (?, ?, ?) on conflict do nothing",
                community,
                position,
                at);
    }

    /**
     * The position that membership had at a moment, as far as it is known; 0 if nobody was a member yet. Whoever tells of it may have
     * set a clock back: of what had happened by then, the last counts, not the one with the latest time.
     */
    long position(Hash community, Instant at) {
        return sql.first("""
                        select position from calendar_roll where community = ? and at <= ?
                        order by position desc limit 1""", row -> row.getLong(1), community.hex(), at).orElse(0L);
    }

    /** Communities in whose calendar something is due, the earlier first. */
    List<Hash> due(Instant now, int most) {
        return sql.all(
                "select community from calendar where next_at <= ? order by next_at limit ?",
                row -> Hash.parse(row.getString(1)),
                now,
                most);
    }

    /** Takes a community's calendar until the transaction ends; false if nothing is due or somebody else has it. */
    boolean take(Hash community, Instant now) {
        return sql.first(
                        "select 1 from calendar where community = ? and next_at <= ? for update skip locked",
                        _ -> true,
                        community.hex(),
                        now)
                .isPresent();
    }

    /** Arrives at a moment, unless it is there: what the calendar has moved by now, it has moved for earlier ones. */
    void arrive(Hash community, Instant moment) {
        sql.update("""
                update calendar set moment = ?, moment_block = (select coalesce(max(no), 0) from block)
                where community = ? and moment is distinct from ?::timestamptz""", moment, community.hex(), moment);
    }

    /** Says when to look again. */
    void rest(Hash community, Optional<Instant> until) {
        sql.update("update calendar set next_at = ? where community = ?", until, community.hex());
    }

    /** What is in force and was in force since the last period began; what was before that rules nothing any more. */
    Timetable timetable(Hash community) {
        return new Timetable(sql
                .all(
                        """
                        select since, constitution from calendar_rules where community = ? and no >= (
                            select coalesce(max(r.no), 0) from calendar_rules r join calendar c using (community)
                            where r.community = ? and r.since <= c.begun_until) order by no""",
                        row -> Map.entry(Sql.instant(row, 1), new Hash(row.getBytes(2))),
                        community.hex(),
                        community.hex())
                .stream()
                .map(rules -> version(community, rules.getKey(), rules.getValue()))
                .toList());
    }

    private Version version(Hash community, Instant since, Hash constitution) {
        var schedules = constitutions
                .known(community, constitution)
                .orElseThrow(() -> new IllegalStateException("nobody told of the constitution " + constitution))
                .treasury()
                .schedules();
        return new Version(since, constitution, schedules);
    }

    /** The last day on which each schedule began a period. */
    Map<Key, LocalDate> begun(Hash community) {
        var begun = new HashMap<Key, LocalDate>();
        sql.all(
                        "select kind, name, day from schedule where community = ?",
                        row -> Map.entry(
                                new Key(kind(row.getString(1)), row.getString(2)), row.getObject(3, LocalDate.class)),
                        community.hex())
                .forEach(entry -> begun.put(entry.getKey(), entry.getValue()));
        return begun;
    }

    /** Whether anything of a kind began its last period at a moment. */
    boolean hasBegun(Hash community, Kind kind, Instant moment) {
        return sql.first("""
                        select 1 from schedule s join calendar_turn t using (community, kind, name, day)
                        where s.community = ? and s.kind = ? and t.starts = ?""", _ -> true, community.hex(), kind.word(), moment).isPresent();
    }

    /** Notes that a period begins. */
    void begin(Hash community, Turn turn) {
        sql.update("""
                insert into schedule (community, kind, name, day) values (?, ?, ?, ?)
                on conflict (community, kind, name) do update set day = excluded.day""", community.hex(), turn.key().kind().word(), turn.key().name(), turn.day());
        sql.update(
                "update calendar set begun_until = greatest(begun_until, ?) where community = ?",
                turn.at(),
                community.hex());
    }

    static Kind kind(String word) {
        return Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
