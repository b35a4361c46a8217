// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.renewing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.folkmoot.identity.Apart;
import org.folkmoot.identity.Departures;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.jboss.logging.Logger;

/**
 * Keeps the ends of memberships as constitutions want them, and ends those that are over. Who joined while this was not
 * looking has the same end: it follows from when the member joined.
 */
@ApplicationScoped
class EndMemberships {
    private static final Logger LOG = Logger.getLogger(EndMemberships.class);
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final EndStore ends;
    private final Constitutions constitutions;
    private final MembershipStore membership;
    private final Departures departures;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The look at memberships that end");

    EndMemberships(
            EndStore ends,
            Constitutions constitutions,
            MembershipStore membership,
            Departures departures,
            Database database,
            Clock clock) {
        this.ends = ends;
        this.constitutions = constitutions;
        this.membership = membership;
        this.departures = departures;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (database.ready()) outage.guard(this::all);
    }

    private void all() {
        for (var community : ends.behind(BATCH))
            Apart.run(LOG, "The terms of " + community, () -> apply(community), () -> {});
        // Those who founded together end together: nobody stays a member because there are many.
        List<EndStore.Due> over;
        long done;
        do {
            over = ends.due(clock.instant(), BATCH);
            done = over.stream().filter(this::ended).count();
        } while (over.size() == BATCH && done > 0);
    }

    private boolean ended(EndStore.Due due) {
        return Apart.run(
                LOG,
                "The end of " + due.member(),
                () -> end(due),
                () -> ends.put(due.community(), due.member(), now().plus(SOON)));
    }

    /** A term that an amendment changed begins anew for everybody; otherwise those who joined lately get theirs. */
    private void apply(Hash id) {
        var community = membership.lock(id).orElseThrow();
        var term = constitutions.inForce(community).membership().term();
        var position = ends.position(id);
        if (position > 0 && !term.equals(ends.applied(id))) ends.beginAnew(id, term, now());
        else term.ifPresent(found -> ends.begin(id, position, found.lasts()));
        ends.note(community, term);
    }

    /** The member may have renewed or left, or another replica been here: under the lock everything is looked at again. */
    private void end(EndStore.Due due) {
        var community = membership.lock(due.community()).orElseThrow();
        var now = now();
        if (ends.end(due.community(), due.member())
                .filter(end -> !end.isAfter(now))
                .isEmpty()) return;
        if (membership.member(due.community(), due.member()).isEmpty()) ends.drop(due.community(), due.member());
        else if (membership.size(due.community()) == 1) ends.put(due.community(), due.member(), now.plus(LATER));
        else {
            departures.end(
                    community, due.member(), now, community.constitution().hex());
            ends.drop(due.community(), due.member());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
