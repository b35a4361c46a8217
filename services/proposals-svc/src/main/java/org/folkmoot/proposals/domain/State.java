// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.Optional;

/** Where a proposal is in its life. */
public sealed interface State permits Draft, Entering, Polled, Passed, Ended {

    /** Is what time alone makes of this state: the state after the deadline, if there is a deadline. */
    default Optional<Turn> turn() {
        return Optional.empty();
    }

    /** Tells the state at an instant, so that a late scheduler changes nothing that anybody sees. */
    default State asOf(Instant now) {
        return turn().filter(turn -> turn.dueAt(now)).map(Turn::to).orElse(this);
    }

    /** Is the word for this state in the interface and in the database. */
    default String word() {
        return switch (this) {
            case Draft _ -> "draft";
            case Depositing _ -> "depositing";
            case Sponsoring _ -> "sponsoring";
            case Submitted _ -> "submitted";
            case Delayed _ -> "delayed";
            case Voting _ -> "voting";
            case Timelocked _ -> "timelocked";
            case Enacting _ -> "enacting";
            case Failed _ -> "failed";
            case Enacted _ -> "enacted";
            case Rejected _ -> "rejected";
            case Cancelled _ -> "cancelled";
            case Expired _ -> "expired";
            case Lapsed _ -> "lapsed";
        };
    }
}
