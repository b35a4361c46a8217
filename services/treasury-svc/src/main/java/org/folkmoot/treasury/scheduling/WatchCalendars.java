// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.jboss.logging.Logger;

/**
 * Looks which calendars have something due, by an index, and does it. Replicas share the work by taking communities. A
 * calendar that cannot go on does not keep others from going on, and neither does one that has a long way to go.
 */
@ApplicationScoped
public class WatchCalendars {
    private static final Logger LOG = Logger.getLogger(WatchCalendars.class);
    private static final int AT_ONCE = 200;

    private final CalendarStore calendars;
    private final RunCalendar runCalendar;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The calendar");

    WatchCalendars(CalendarStore calendars, RunCalendar runCalendar, Database database, Clock clock) {
        this.calendars = calendars;
        this.runCalendar = runCalendar;
        this.database = database;
        this.clock = clock;
    }

    /** Has everything done that is due. */
    @Scheduled(
            every = "${folkmoot.treasury.calendar-every}",
            delayed = "${folkmoot.treasury.calendar-after}", // what was told meanwhile is heard first
            concurrentExecution = ConcurrentExecution.SKIP)
    public void look() {
        if (database.ready()) outage.guard(this::run);
    }

    /** Each takes one step in its turn, until nobody has one to take. */
    private void run() {
        var resting = new HashSet<Hash>();
        for (boolean going = true; going; ) {
            going = false;
            for (var community : calendars.due(clock.instant(), AT_ONCE)) {
                if (resting.contains(community)) continue;
                if (step(community)) going = true;
                else resting.add(community);
            }
        }
    }

    private boolean step(Hash community) {
        try {
            return runCalendar.step(community);
        } catch (RuntimeException e) {
            if (Setback.behind(e).isPresent()) throw e;
            LOG.errorf(e, "The calendar of %s does not go on", community);
            return false;
        }
    }
}
