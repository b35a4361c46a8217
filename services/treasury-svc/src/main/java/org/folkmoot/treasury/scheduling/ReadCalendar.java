// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.MalformedCursor;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.scheduling.Key;
import org.folkmoot.treasury.domain.scheduling.Turn;

/** Reads a community's calendar, and writes amounts as people do. */
@ApplicationScoped
class ReadCalendar {
    private static final String BETWEEN = "\n"; // no name has it

    private final Ledger ledger;
    private final CalendarStore calendars;
    private final CalendarRows rows;
    private final AssetStore assets;
    private final Clock clock;

    ReadCalendar(Ledger ledger, CalendarStore calendars, CalendarRows rows, AssetStore assets, Clock clock) {
        this.ledger = ledger;
        this.calendars = calendars;
        this.rows = rows;
        this.assets = assets;
        this.clock = clock;
    }

    @Transactional
    Page<CalendarViews.Budget> budgets(Hash community, Paging paging) {
        var after = paging.after().orElse("");
        known(community, after);
        var known = assets.asked(community);
        return Page.of(
                rows.budgets(community, after, paging.rows()),
                paging.limit(),
                row -> row.turn().key().name(),
                row -> view(row, asset(known, row.turn().asset())));
    }

    private static CalendarViews.Budget view(CalendarRows.Budget row, Asset asset) {
        var envelope = row.envelope();
        return new CalendarViews.Budget(
                row.turn().key().name(),
                asset.code(),
                row.turn().day(),
                row.starts(),
                row.ends(),
                asset.decimal(envelope.carried()),
                asset.decimal(envelope.allotted()),
                asset.decimal(envelope.received()),
                asset.decimal(envelope.spent()),
                asset.decimal(envelope.committed()),
                asset.decimal(envelope.left()),
                row.turn().reason());
    }

    @Transactional
    Page<CalendarViews.Due> dues(Hash community, Optional<Hash> member, Paging paging) {
        var after = place(paging);
        known(community, "");
        var known = assets.asked(community);
        var next = new HashMap<Key, Instant>();
        calendars.timetable(community).all(calendars.begun(community)).forEach(turn -> next.put(turn.key(), turn.at()));
        return Page.of(
                rows.dues(community, member, after, paging.rows()),
                paging.limit(),
                row -> row.debt().day()
                        + BETWEEN
                        + row.debt().name()
                        + BETWEEN
                        + row.debt().member(),
                row -> view(
                        row,
                        asset(known, row.debt().asset()),
                        Optional.ofNullable(next.get(row.debt().key()))));
    }

    private static Optional<CalendarRows.Place> place(Paging paging) {
        return paging.after().map(key -> {
            var parts = key.split(BETWEEN, -1);
            if (parts.length != 3 || key.indexOf(0) >= 0) throw new MalformedCursor();
            try {
                return new CalendarRows.Place(LocalDate.parse(parts[0]), parts[1], Hash.parse(parts[2]));
            } catch (java.time.DateTimeException | IllegalArgumentException _) {
                throw new MalformedCursor();
            }
        });
    }

    /** What is not asked for because its grace runs is asked for when the next period begins. */
    private CalendarViews.Due view(CalendarRows.Due row, Asset asset, Optional<Instant> nextPeriod) {
        var debt = row.debt();
        var paid = row.transfer().isPresent();
        var state = paid ? "paid" : clock.instant().isBefore(debt.grace()) ? "owed" : "arrears";
        return new CalendarViews.Due(
                debt.name(),
                debt.member(),
                debt.day(),
                asset.code(),
                asset.decimal(debt.amount()),
                asset.decimal(paid ? debt.amount() : BigInteger.ZERO),
                asset.decimal(paid ? BigInteger.ZERO : debt.amount()),
                state,
                debt.grace(),
                row.again().or(() -> nextPeriod.filter(_ -> !paid)),
                row.paidAt(),
                row.transfer());
    }

    /** There are some hundred at most, because a constitution has no more, and one more for each that was removed. */
    @Transactional
    Page<CalendarViews.Schedule> schedules(Hash community, Paging paging) {
        var after = paging.after().orElse("");
        known(community, after);
        var next = new TreeMap<String, Turn>();
        calendars.timetable(community).all(calendars.begun(community)).forEach(turn -> next.put(key(turn.key()), turn));
        var last = new TreeMap<String, CalendarRows.Last>();
        rows.last(community).forEach(row -> last.put(key(row.key()), row));
        var keys = new java.util.TreeSet<>(next.keySet());
        keys.addAll(last.keySet());
        var known = assets.asked(community);
        return Page.of(
                new ArrayList<>(keys.tailSet(after, false))
                        .stream().limit(paging.rows()).toList(),
                paging.limit(),
                name -> name,
                name -> schedule(known, Optional.ofNullable(next.get(name)), Optional.ofNullable(last.get(name))));
    }

    private CalendarViews.Schedule schedule(
            Function<String, Optional<Asset>> known, Optional<Turn> next, Optional<CalendarRows.Last> last) {
        var key = next.map(Turn::key).or(() -> last.map(CalendarRows.Last::key)).orElseThrow();
        var code = next.map(turn -> turn.rule().asset())
                .or(() -> last.map(CalendarRows.Last::asset))
                .orElseThrow();
        return new CalendarViews.Schedule(
                key.kind().word(),
                key.name(),
                code,
                next.map(Turn::at),
                last.map(row -> new CalendarViews.Period(
                        row.day(),
                        row.state(),
                        asset(known, row.asset()).decimal(row.amount()),
                        row.reason(),
                        row.detail())));
    }

    private static String key(Key key) {
        return key.kind().word() + BETWEEN + key.name();
    }

    private static Asset asset(Function<String, Optional<Asset>> known, String code) {
        return known.apply(code).orElseThrow();
    }

    private void known(Hash community, String after) {
        if (after.indexOf(0) >= 0) throw new MalformedCursor();
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }
}
