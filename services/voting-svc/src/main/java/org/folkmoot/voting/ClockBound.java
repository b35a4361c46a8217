// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.voting.domain.Refusal.ClockOff;
import org.folkmoot.voting.domain.Refused;
import org.folkmoot.voting.domain.Skew;
import org.jboss.logging.Logger;

/**
 * Holds this process up while its clock and that of the database differ by more than a limit. All replicas have one database,
 * so no two that act differ by more than twice as much: what is said, cast or counted by a wrong clock, and what others must
 * come behind because of it, is at most the limit ahead.
 *
 * <p>The clocks are compared every few seconds. In between the time that has passed since is added, so that a clock that is
 * set wrong is found at its next use, and nobody has to ask the database. A machine that was paused is found at the next
 * comparison.
 */
@ApplicationScoped
public class ClockBound {
    private static final Logger LOG = Logger.getLogger(ClockBound.class);

    // An answer that took longer says too little about when it was given.
    private static final int SHARE_OF_LIMIT = 10;

    /** What the clock of the database said, and when by a clock that nobody sets: at some time within so many nanoseconds. */
    private record Compared(Instant said, long nanos, long within) {}

    private final Database database;
    private final Sql sql;
    private final Clock clock;
    private final Duration most;
    private final Outage outage = new Outage(LOG, "The comparison of clocks");
    private final Outage held = new Outage(LOG, "Whatever depends on the time");
    private final Patrol patrol;
    private volatile Optional<Compared> compared = Optional.empty();

    ClockBound(
            Database database,
            DataSource source,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.clock-limit") Duration most,
            @ConfigProperty(name = "folkmoot.voting.clock-every") Duration every) {
        this.database = database;
        this.sql = new Sql(source);
        this.clock = clock;
        this.most = most;
        this.patrol = new Patrol("compare-clocks", every, this::compare);
    }

    void start(@Observes StartupEvent event) {
        patrol.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        patrol.stop();
    }

    /** How far the clock is from that of the database; nothing as long as they were never compared. */
    public Optional<Skew> skew() {
        return compared.map(last -> {
            var now = last.said.plusNanos(System.nanoTime() - last.nanos);
            return new Skew(Duration.between(now, clock.instant()), most);
        });
    }

    /** Whether this process may act by its clock. */
    public boolean holds() {
        return database.ready() && off().isEmpty();
    }

    /** What is wrong with the clock, after another look; nothing if this process may act by it. */
    public Optional<ClockOff> off() {
        if (skew().filter(Skew::isTolerable).isEmpty()) measure();
        return wrong();
    }

    /** Refuses what would be judged by a clock that is known to be wrong. It asks nobody, so the event loop may call it. */
    public void glance() {
        refuse(wrong());
    }

    private Optional<ClockOff> wrong() {
        return skew().filter(skew -> !skew.isTolerable()).map(Skew::refusal);
    }

    /** Refuses what would be done by a clock that is wrong. */
    public void check() {
        refuse(off());
    }

    private static void refuse(Optional<ClockOff> off) {
        off.ifPresent(why -> {
            throw new Refused(why);
        });
    }

    private void compare() {
        if (!database.ready()) return;
        outage.guard(this::measure);
        skew().ifPresent(skew -> {
            if (skew.isTolerable()) held.ended();
            else held.began(skew.words());
        });
    }

    private void measure() {
        long before = System.nanoTime();
        var said = sql.first("select clock_timestamp()", row -> Sql.instant(row, 1))
                .orElseThrow();
        long after = System.nanoTime();
        var now = new Compared(said, before + (after - before) / 2, after - before);
        if (now.within * SHARE_OF_LIMIT <= most.toNanos()
                || compared.filter(last -> last.within < now.within).isEmpty()) compared = Optional.of(now);
    }
}
