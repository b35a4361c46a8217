// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Which proposals have a deadline behind them that nobody has acted on. */
@ApplicationScoped
public class Deadlines {
    private final Schedule schedule;

    Deadlines(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Lists some of them, those that wait longest first. */
    @Transactional
    public List<String> due(Instant now, int limit) {
        return schedule.due(now, limit);
    }
}
