// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;

/** What is done about the money that equal shares leave unspent, and with a choice that fewer people prefer. */
public final class BudgetCompletion {
    private BudgetCompletion() {}

    /** From where shares are raised. */
    public enum RaiseFrom {
        /** From the budget divided by all power, exactly. */
        EXACT,
        /** From the largest multiple of a unit that is no more than that. */
        WHOLE
    }

    /** Until when shares are raised. */
    public enum RaiseUntil {
        /** Until the next choice would cost more than the budget. */
        OVERSPENT,
        /** The same, or until no project fits any more into what is left of the budget. */
        EXHAUSTIVE
    }

    /** Who gets what is then left. */
    public enum Completion {
        /** Nobody. */
        NONE,
        /** From what the most power supports down; what does not fit is passed over. */
        GREEDY,
        /** All power goes on earning alike, and next is what its supporters can pay for first, until that does not fit. */
        PHRAGMEN
    }

    /** By what the choice is compared with one from what the most power supports down, which takes its place if more power prefers it. */
    public enum Comparison {
        /** Not at all. */
        NONE,
        /** By how many of the projects a ballot supports. */
        SUPPORTED,
        /** By whether a ballot supports any of the projects. */
        REPRESENTED
    }

    /**
     * All of that.
     *
     * @param raise by how much each share is raised at a time; by nothing if shares are not raised
     * @param unit of what a share is a multiple when it is raised from a whole one
     */
    record Plan(
            BigInteger raise,
            BigInteger unit,
            RaiseFrom from,
            RaiseUntil until,
            Completion completion,
            Comparison comparison) {}
}
