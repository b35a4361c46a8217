// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Says whether the thread that commits ballots still runs; if it died, only a new start helps. */
@Liveness
@ApplicationScoped
class BallotWriterHealth implements HealthCheck {
    private final BallotWriter writer;

    BallotWriterHealth(BallotWriter writer) {
        this.writer = writer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ballots").status(writer.alive()).build();
    }
}
