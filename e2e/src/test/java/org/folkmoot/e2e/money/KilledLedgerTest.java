// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.bench.kills.KillsBench;
import org.folkmoot.e2e.suite.Locks;
import org.folkmoot.e2e.suite.SharedHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whatever dies while members pay and decisions are enacted: what was acknowledged is there once, and nothing else. */
@ResourceLock(Locks.OWN_HOUSE)
class KilledLedgerTest {
    private static final int KILLS = 6;
    private static final long SEED = 20261126;

    @Test
    @Timeout(600)
    void everyAcknowledgedMovementIsThereOnceAfterKills() {
        var outcome = KillsBench.run(SharedHouse::say, KILLS, SEED);

        outcome.figures().forEach(SharedHouse::say);
        assertThat(outcome.faults()).isEmpty();
    }
}
