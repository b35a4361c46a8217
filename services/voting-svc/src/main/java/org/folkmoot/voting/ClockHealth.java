// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.folkmoot.voting.domain.Skew;

/** Says how far the clock is from that of the database, and whether that is near enough. */
@Readiness
@ApplicationScoped
class ClockHealth implements HealthCheck {
    private final ClockBound bound;

    ClockHealth(ClockBound bound) {
        this.bound = bound;
    }

    @Override
    public HealthCheckResponse call() {
        var skew = bound.skew();
        var answer = HealthCheckResponse.named("clock")
                .status(skew.filter(Skew::isTolerable).isPresent());
        skew.ifPresent(found -> answer.withData("millisAhead", found.ahead().toMillis())
                .withData("millisAtMost", found.most().toMillis()));
        return answer.build();
    }
}
