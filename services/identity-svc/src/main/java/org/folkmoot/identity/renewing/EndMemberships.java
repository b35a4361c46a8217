// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.renewing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.identity.PersonalData;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.events.Outbox;
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

    private final EndStore ends;
    private final Constitutions constitutions;
    private final MembershipStore membership;
    private final PersonalData personalData;
    private final Outbox outbox;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The look at memberships that end");

    EndMemberships(
            EndStore ends,
            Constitutions constitutions,
            MembershipStore membership,
            PersonalData personalData,
            Outbox outbox,
            Database database,
            Clock clock) {
        this.ends = ends;
        this.constitutions = constitutions;
        this.membership = membership;
        this.personalData = personalData;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (database.ready()) outage.guard(this::all);
    }

    private void all() {
        for (var community : ends.behind(BATCH))
            QuarkusTransaction.requiringNew().run(() -> apply(community));
        // Those who founded together end together: nobody stays a member because there are many.
        List<EndStore.Due> over;
        do {
            over = ends.due(clock.instant(), BATCH);
            for (var due : over) QuarkusTransaction.requiringNew().run(() -> end(due));
        } while (over.size() == BATCH);
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
            long position = community.position() + 1;
            membership.remove(due.community(), position, due.member());
            var cause = community.constitution().hex();
            personalData.erase(due.community(), due.member(), now, cause);
            ends.drop(due.community(), due.member());
            outbox.add(new MemberRemovedV1(
                    due.community().hex(), position, now, due.member().hex(), cause));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
