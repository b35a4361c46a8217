// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Says whether the threads still run that commit payments and number them; if one died, only a new start helps. */
@Liveness
@ApplicationScoped
class PaymentsHealth implements HealthCheck {
    private final PaymentWriter writer;
    private final NumberBlocks numbers;

    PaymentsHealth(PaymentWriter writer, NumberBlocks numbers) {
        this.writer = writer;
        this.numbers = numbers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("payments")
                .status(writer.alive() && numbers.alive())
                .build();
    }
}
