// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the service met Kafka since its start. Afterwards an outage only shows in the data: members can still
 * vote, pay and propose, and facts wait in the outbox, so traffic must not be turned away.
 */
@Readiness
@ApplicationScoped
class KafkaHealth implements HealthCheck {
    private final Broker broker;
    private final OutboxRelay relay;
    private final Intakes intakes;

    KafkaHealth(Broker broker, OutboxRelay relay, Intakes intakes) {
        this.broker = broker;
        this.relay = relay;
        this.intakes = intakes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka")
                .withData("outbox", relay.waiting() ? "waiting" : "sending")
                .withData("intake", intakes.waiting() ? "waiting" : "reading")
                .status(broker.met())
                .build();
    }
}
