// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.policy.Facts;

/** Reads what was told of a decision as the facts that a policy looks at. */
public final class DecisionFacts {
    private DecisionFacts() {}

    /** The ballots of the main chamber, beside its roll; nothing else was measured. */
    public static Facts of(DecisionReachedV1 told) {
        return new Facts(told.ballots(), told.counts(), told.rollPower(), told.rollMembers(), told.winners());
    }
}
