// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import org.folkmoot.voting.domain.Poll;

/** What the states of a poll are called in answers. */
final class StateNames {
    private StateNames() {}

    static String of(Poll poll) {
        return switch (poll) {
            case Poll.Waiting _ -> "waiting";
            case Poll.Delayed _ -> "delayed";
            case Poll.Open _ -> "open";
            case Poll.Closing _ -> "closing";
            case Poll.Unsealing _ -> "unsealing";
            case Poll.Closed _ -> "closed";
            case Poll.Cancelled _ -> "cancelled";
            case Poll.Refused _ -> "refused";
        };
    }
}
