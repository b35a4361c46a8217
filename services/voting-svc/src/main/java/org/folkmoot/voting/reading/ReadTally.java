// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Reads a poll's count: the live one until it is closed, and the final one from then on. */
@ApplicationScoped
class ReadTally {
    private final PollStore polls;
    private final LiveTallies tallies;

    ReadTally(PollStore polls, LiveTallies tallies) {
        this.polls = polls;
        this.tallies = tallies;
    }

    TallyView handle(Hash poll) {
        var stored = polls.find(poll).orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll)));
        return switch (stored.poll()) {
            case Poll.Running running -> TallyView.of(running, tallies.of(stored.no(), running));
            case Poll.Closed closed -> TallyView.of(closed);
            case Poll.Waiting _, Poll.Cancelled _, Poll.Refused _ ->
                throw new Refused(stored.poll().shut().orElseThrow());
        };
    }
}
