// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Policy;

/** How many proposals one author may make under a policy. */
public final class Limits {
    private Limits() {}

    /**
     * Refuses one more.
     *
     * @param open how many of the author's proposals under the policy are not at their end
     * @param submittedAt when the author submitted proposals under it, the latest first
     */
    public static void check(Policy policy, long open, List<Instant> submittedAt, Instant now) {
        var limits = policy.proposing().limits();
        limits.open().filter(most -> open >= most).ifPresent(most -> {
            throw new Refused(new Refusal.TooManyOpen(policy.name(), most));
        });
        limits.count().ifPresent(most -> check(policy, most, limits.period().orElseThrow(), submittedAt, now));
    }

    /** A proposal counts from its submission on, and no longer when the period is over: in [t, t + period). */
    private static void check(Policy policy, int most, Duration period, List<Instant> submittedAt, Instant now) {
        if (submittedAt.size() < most) return;
        var again = submittedAt.get(most - 1).plus(period);
        if (now.isBefore(again)) throw new Refused(new Refusal.TooManyProposals(policy.name(), most, again));
    }
}
