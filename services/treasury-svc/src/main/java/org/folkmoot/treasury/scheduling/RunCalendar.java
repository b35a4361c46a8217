// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.scheduling.Kind;
import org.folkmoot.treasury.domain.scheduling.Timetable;
import org.folkmoot.treasury.domain.scheduling.Turn;

/**
 * Does what is next in a community's calendar, in steps: each is a transaction of its own and touches a limited number of
 * accounts. What was done and how far it came is written together, so whoever goes on, goes on from there.
 */
@ApplicationScoped
public class RunCalendar {
    private final CalendarStore calendars;
    private final TurnStore turns;
    private final DebtStore debts;
    private final Steps steps;
    private final Clock clock;

    RunCalendar(CalendarStore calendars, TurnStore turns, DebtStore debts, Steps steps, Clock clock) {
        this.calendars = calendars;
        this.turns = turns;
        this.debts = debts;
        this.steps = steps;
        this.clock = clock;
    }

    /** Takes one step; false if there is none to take now. */
    @Transactional
    public boolean step(Hash community) {
        var now = clock.instant();
        if (!calendars.take(community, now)) return false;
        var timetable = calendars.timetable(community);
        var running = turns.running(community);
        var again = debts.next(community);
        if (running.isPresent()) {
            var turn = running.get().turn();
            if (again.filter(turn::waitsFor).isPresent()) steps.ask(community, again.get(), timetable, now);
            else turns.save(steps.advance(running.get(), timetable));
            return true;
        }
        var next = timetable.next(calendars.begun(community));
        if (again.filter(moment -> isFirst(moment, now, next)).isPresent()) {
            calendars.arrive(community, again.get());
            steps.ask(community, again.get(), timetable, now);
            return true;
        }
        if (next.filter(turn -> !turn.at().isAfter(now)).isPresent()) {
            begin(community, next.get(), timetable);
            return true;
        }
        calendars.rest(
                community,
                Stream.concat(next.map(Turn::at).stream(), again.stream()).min(Instant::compareTo));
        return false;
    }

    private static boolean isFirst(Instant again, Instant now, Optional<Turn> next) {
        return !again.isAfter(now) && next.map(turn -> turn.beginsAfter(again)).orElse(true);
    }

    /** Before any dues begin a period at a moment, all that do so ask for what is owed of them. */
    private boolean takesUp(Hash community, Turn turn, Timetable timetable) {
        return turn.key().kind() == Kind.DUES
                && !calendars.hasBegun(community, Kind.DUES, turn.at())
                && debts.takeUp(
                        community, timetable.beginning(Kind.DUES, turn.at(), calendars.begun(community)), turn.at());
    }

    private void begin(Hash community, Turn turn, Timetable timetable) {
        calendars.arrive(community, turn.at());
        boolean waits = takesUp(community, turn, timetable)
                || debts.next(community).filter(turn::waitsFor).isPresent();
        calendars.begin(community, turn);
        var begun = Progress.begun(community, turn, calendars.position(community, turn.at()));
        turns.insert(begun);
        if (!waits) turns.save(steps.advance(begun, timetable));
    }
}
