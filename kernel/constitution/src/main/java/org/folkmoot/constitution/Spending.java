// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;

/**
 * What a community says about how much leaves its accounts, and how.
 *
 * @param limits how much may leave at most
 * @param reserves how much is left in them at least
 * @param exit how members leave with a share, if they do
 */
public record Spending(List<SpendingLimit> limits, List<Reserve> reserves, Optional<ExitRule> exit) {
    /** What holds if nothing is said. */
    public static final Spending NONE = new Spending(List.of(), List.of(), Optional.empty());

    public Spending {
        limits = List.copyOf(limits);
        reserves = List.copyOf(reserves);
    }

    /** Whether it depends on the policy that something was decided under. */
    public boolean namesPolicies() {
        return limits.stream().anyMatch(limit -> limit.of() instanceof SpendingLimit.Of.Track)
                || reserves.stream().anyMatch(reserve -> reserve.unless().isPresent());
    }
}
