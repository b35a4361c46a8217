// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.opening;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.folkmoot.platform.data.Database;
import org.folkmoot.voting.PollTurns;
import org.jboss.logging.Logger;

/** Looks for polls whose members and rules have arrived. Every replica does; each poll is opened by one. */
@ApplicationScoped
class OpenReadyPolls {
    private static final Logger LOG = Logger.getLogger(OpenReadyPolls.class);

    private final Database database;
    private final OpenPoll openPoll;
    private final PollTurns turns;

    OpenReadyPolls(Database database, OpenPoll openPoll, Clock clock) {
        this.database = database;
        this.openPoll = openPoll;
        this.turns = new PollTurns(LOG, "The opening of polls", clock);
    }

    @Scheduled(every = "${folkmoot.voting.open-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void open() {
        if (database.ready()) turns.takeAll(openPoll::handle);
    }
}
