// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.List;

/** Put to the vote and not decided yet. */
public sealed interface Polled extends State permits Submitted, Delayed, Voting {

    Terms terms();

    /** Goes on to another stage: decided in this one, and waiting for the poll of that one. */
    default Submitted onward(Terms next) {
        return new Submitted(next);
    }

    /** Passes: the timelock begins at the decision. */
    default Timelocked pass(Instant decidedAt, List<Integer> actions) {
        return new Timelocked(terms().mandate(decidedAt, actions));
    }

    /** Fails in the vote. */
    default Rejected reject(Instant decidedAt, String reason) {
        return new Rejected(decidedAt, reason);
    }
}
