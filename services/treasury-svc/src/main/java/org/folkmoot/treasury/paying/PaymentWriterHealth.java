// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Says whether the threads that commit payments still run; if one died, only a new start helps. */
@Liveness
@ApplicationScoped
class PaymentWriterHealth implements HealthCheck {
    private final PaymentWriter writer;

    PaymentWriterHealth(PaymentWriter writer) {
        this.writer = writer;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("payments").status(writer.alive()).build();
    }
}
