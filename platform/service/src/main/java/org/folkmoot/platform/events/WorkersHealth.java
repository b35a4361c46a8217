// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Says whether the threads that carry facts still run; if one died, only a new start helps. */
@Liveness
@ApplicationScoped
class WorkersHealth implements HealthCheck {
    private final OutboxRelay relay;
    private final Intakes intakes;

    WorkersHealth(OutboxRelay relay, Intakes intakes) {
        this.relay = relay;
        this.intakes = intakes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("facts")
                .status(relay.alive() && intakes.alive())
                .build();
    }
}
