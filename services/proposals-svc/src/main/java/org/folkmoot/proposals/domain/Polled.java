// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.EnactmentWindow;

/** Put to the vote and not decided yet. */
public sealed interface Polled extends State permits Submitted, Delayed, Voting {

    Terms terms();

    /** Goes on to another stage: decided in this one, and waiting for the poll of that one. */
    default Submitted onward(Terms next) {
        return new Submitted(next);
    }

    /** Passes; and is over at once if there is no moment left at which it could be enacted. */
    default State pass(EnactmentWindow window, Instant decidedAt, List<Integer> actions) {
        return window.isNever()
                ? new Expired(decidedAt, 0, 0)
                : new Timelocked(new Mandate(window.from(), window.until(), actions, terms().retries()));
    }

    /** Fails in the vote. */
    default Rejected reject(Instant decidedAt, String reason) {
        return new Rejected(decidedAt, reason);
    }
}
