// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/**
 * Who may make a proposal.
 *
 * @param who the condition that the author satisfies; every member, if nothing is said
 * @param power the share of the roll's power that the author needs
 * @param least the power that the author needs, as a number
 * @param sponsors who must stand behind it before it is voted on
 * @param limits how many one author may make
 */
public record Proposing(
        Optional<Who> who,
        Optional<Fraction> power,
        Optional<BigInteger> least,
        Optional<Sponsors> sponsors,
        Limits limits) {
    /** Everybody, as often as they like. */
    public static final Proposing FREE =
            new Proposing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Limits.NONE);

    /**
     * Members who put their names to a proposal, before whom its poll does not open. The author is none of them.
     *
     * @param count how many
     * @param body the body that they are of
     * @param within how long after the submission
     * @param deposit what they put down together
     */
    public record Sponsors(int count, String body, Duration within, Optional<Deposit.Sum> deposit) {}

    /**
     * How many proposals one author may make under the policy.
     *
     * @param open how many at a time
     * @param count how many within any {@code period}
     */
    public record Limits(Optional<Integer> open, Optional<Integer> count, Optional<Duration> period) {
        /** No limits. */
        public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
