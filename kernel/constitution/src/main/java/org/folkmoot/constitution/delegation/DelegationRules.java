// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import org.folkmoot.constitution.Delegating;

/**
 * How far delegation reaches. Power that runs into a circle is always lost.
 *
 * @param depth how many steps a power may take, 1 or more: at 1 a delegate cannot pass on what was delegated to them
 * @param override whether the ballot of a principal counts instead of the delegate's; else it counts for nothing
 * @param overridersCarry whether the ballot of such a principal also carries what others delegated to them; else that
 *     goes on to the principal's own delegates, as far as the depth allows
 * @param inheritance what a principal inherits of the delegate's choice
 */
public record DelegationRules(int depth, boolean override, boolean overridersCarry, Inheritance inheritance) {
    public DelegationRules {
        if (depth < 1) {
            throw new IllegalArgumentException("power takes 1 or more steps, not " + depth);
        }
    }

    /** What a body lets its delegates carry. */
    public static DelegationRules of(Delegating said) {
        return new DelegationRules(
                said.depth().orElse(Integer.MAX_VALUE),
                said.override() != Delegating.Overriding.NONE,
                said.override() == Delegating.Overriding.ALL,
                Inheritance.AS_CAST);
    }

    /** Passed on without a limit, and whoever votes carries all that reaches them. */
    public static DelegationRules liquid() {
        return new DelegationRules(Integer.MAX_VALUE, true, true, Inheritance.AS_CAST);
    }

    /** One step, and a principal may override for their own power alone. */
    public static DelegationRules representative() {
        return new DelegationRules(1, true, false, Inheritance.AS_CAST);
    }

    /** Whether the ballot of a voter carries what reaches them. */
    boolean carries(boolean voted, boolean delegated) {
        return voted && (!delegated || override && overridersCarry);
    }

    /** One step, without override, at the principal's own terms. */
    public static DelegationRules conviction() {
        return new DelegationRules(1, false, false, Inheritance.VOTE_ON_OWN_TERMS);
    }
}
