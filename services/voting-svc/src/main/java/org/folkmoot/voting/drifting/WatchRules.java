// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drifting;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.Patrol;

/**
 * Looks at communities whose members, balances or rules have changed: each of them at most once in a while, because to
 * look costs as much as to freeze the rolls of all its bodies.
 */
@ApplicationScoped
class WatchRules {
    private final ClockBound clockBound;
    private final LookAtRules lookAtRules;
    private final Patrol patrol;

    WatchRules(
            ClockBound clockBound,
            LookAtRules lookAtRules,
            @ConfigProperty(name = "folkmoot.voting.drift-every") Duration every) {
        this.clockBound = clockBound;
        this.lookAtRules = lookAtRules;
        this.patrol = new Patrol("watch-rules", every, this::look);
    }

    void start(@Observes StartupEvent event) {
        patrol.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        patrol.stop();
    }

    private void look() {
        while (!patrol.isStopping() && clockBound.holds() && lookAtRules.handle()) {}
    }
}
