// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/**
 * How members of a body may let others vote for them.
 *
 * @param model what delegates do
 * @param delegates how many one member may name in one scope
 * @param depth how many steps a power may take; empty for as many as there are
 * @param override what the ballot of somebody who delegates carries
 * @param counts as of when delegations count
 * @param lasts how long a delegation holds at most; one that names no end ends then
 * @param most the largest share of the roll's power that one ballot may carry for others, if there is such a limit
 * @param overflow what of more than that is lost
 * @param visible who may read who delegates to whom
 */
public record Delegating(
        Model model,
        int delegates,
        Optional<Integer> depth,
        Overriding override,
        Counts counts,
        Optional<Duration> lasts,
        Optional<Fraction> most,
        Overflow overflow,
        Visible visible) {
    /** Whether what a member has cast stays cast whoever delegates to whom later, so that it may settle a poll. */
    public boolean keepsOwnBallots() {
        return override != Overriding.NONE;
    }

    /** Whether everybody may read who delegates to whom. */
    public boolean isPublic() {
        return visible == Visible.PUBLIC;
    }

    /** What delegates do. */
    public enum Model {
        /** A delegate's ballot carries the power of those who delegate to them. */
        PROXY,
        /** Whoever follows votes as the majority of those whom they follow. */
        FOLLOWING
    }

    /** What the ballot of somebody who delegates carries. */
    public enum Overriding {
        /** The member's own power and what others delegated to them. */
        ALL,
        /** The member's own power; what others delegated to them goes on to the member's delegates. */
        OWN,
        /** Nothing: whoever delegates has no ballot of their own. */
        NONE
    }

    /** As of when delegations count; those for one poll count until its close in any case. */
    public enum Counts {
        /** As they were when the poll opened. */
        OPENING,
        /** As they are when it closes. */
        CLOSE
    }

    /** What is lost of power beyond the most that a ballot may carry for others. */
    public enum Overflow {
        /** The same part of everybody's power, made whole by largest remainder. */
        SHARED,
        /** That of whoever delegated last. */
        LATEST
    }

    /** Who may read who delegates to whom. */
    public enum Visible {
        /** Everybody. */
        PUBLIC,
        /** Those who delegate and their delegates, each their own. */
        PRIVATE
    }
}
