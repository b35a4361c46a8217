// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Decision;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/**
 * A proposal at an instant.
 *
 * @param phase where it stands
 * @param stage the stage that it is in, or was in last
 * @param opensAt when that stage's polls open
 * @param deadline when they close, as far as is known
 * @param facts what its chambers had counted when it was decided, or have counted so far, by name
 * @param decision what that stage has decided, or would decide as things stand
 * @param decidedAt when it was decided, if it was
 * @param eta when it may be enacted, if it has passed
 * @param expiry when it may not be enacted any more, if it has passed, or when it was over for want of sponsors
 * @param timelock how long it waits, if it has passed
 * @param deposit what becomes of the deposit, once that is known
 * @param trends what the policy remembers after it; unchanged until it is decided
 * @param log every change so far
 */
public record Standing(
        Phase phase,
        String stage,
        Instant opensAt,
        Instant deadline,
        Map<String, Facts> facts,
        Decision decision,
        Optional<Instant> decidedAt,
        Optional<Instant> eta,
        Optional<Instant> expiry,
        Optional<Duration> timelock,
        Optional<DepositJudge.Fate> deposit,
        Map<String, Fraction> trends,
        List<Change> log) {
    public Standing {
        facts = Map.copyOf(facts);
        trends = Map.copyOf(trends);
        log = List.copyOf(log);
    }

    /** The same, but over for want of sponsors. */
    Standing lapsed(Instant since, DepositJudge.Fate fate) {
        return new Standing(
                Phase.EXPIRED,
                stage,
                opensAt,
                deadline,
                facts,
                decision,
                Optional.empty(),
                Optional.empty(),
                Optional.of(since),
                Optional.empty(),
                Optional.of(fate),
                trends,
                log);
    }
}
