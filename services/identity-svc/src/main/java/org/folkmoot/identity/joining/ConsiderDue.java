// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.folkmoot.identity.Apart;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.membership.MembershipStore;
import org.jboss.logging.Logger;

/** Looks at applications again when time alone may have changed the answer. */
@ApplicationScoped
class ConsiderDue {
    private static final Logger LOG = Logger.getLogger(ConsiderDue.class);
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofMinutes(1);

    private final ApplicationStore applications;
    private final MembershipStore membership;
    private final Consider consider;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The look at applications that are due");

    ConsiderDue(
            ApplicationStore applications,
            MembershipStore membership,
            Consider consider,
            Database database,
            Clock clock) {
        this.database = database;
        this.applications = applications;
        this.membership = membership;
        this.consider = consider;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (database.ready()) outage.guard(this::all);
    }

    private void all() {
        for (var due : applications.due(clock.instant(), BATCH)) {
            Apart.run(
                    LOG,
                    "The application of " + due.applicant(),
                    () -> consider(due),
                    () -> applications.postpone(due, clock.instant().plus(LATER)));
        }
    }

    /** Another replica may have been here before: under the lock everything is looked at again. */
    private void consider(ApplicationStore.Due due) {
        var community = membership.lock(due.community()).orElseThrow();
        applications
                .find(due.community(), due.applicant())
                .ifPresent(application -> consider.handle(community, application, clock.instant()));
    }
}
