// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Decision;
import org.folkmoot.policy.Fraction;

/**
 * A proposal at an instant.
 *
 * @param phase where it stands
 * @param stage the stage that it is in, or was in last
 * @param opensAt when that stage's polls open
 * @param deadline when they close, as far as is known
 * @param decision what that stage has decided, or would decide as things stand
 * @param decidedAt when it was decided, if it was
 * @param eta when it may be enacted, if it has passed
 * @param expiry when it may not be enacted any more, if it has passed
 * @param timelock how long it waits, if it has passed
 * @param trends what the policy remembers after it; unchanged until it is decided
 * @param log every change so far
 */
public record Standing(
        Phase phase,
        String stage,
        Instant opensAt,
        Instant deadline,
        Decision decision,
        Optional<Instant> decidedAt,
        Optional<Instant> eta,
        Optional<Instant> expiry,
        Optional<Duration> timelock,
        Map<String, Fraction> trends,
        List<Change> log) {
    public Standing {
        trends = Map.copyOf(trends);
        log = List.copyOf(log);
    }
}
