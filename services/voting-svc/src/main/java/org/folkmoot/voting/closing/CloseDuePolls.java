// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.folkmoot.platform.data.Database;
import org.folkmoot.voting.PollTurns;
import org.jboss.logging.Logger;

/** Looks for polls whose deadline has come. Every replica does; each poll is closed by one. */
@ApplicationScoped
class CloseDuePolls {
    private static final Logger LOG = Logger.getLogger(CloseDuePolls.class);

    private final Database database;
    private final ClosePoll closePoll;
    private final PollTurns turns;

    CloseDuePolls(Database database, ClosePoll closePoll, Clock clock) {
        this.database = database;
        this.closePoll = closePoll;
        this.turns = new PollTurns(LOG, "The closing of polls", clock);
    }

    @Scheduled(every = "${folkmoot.voting.close-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void close() {
        if (database.ready()) turns.takeAll(closePoll::handle);
    }
}
