// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Refusal;

/**
 * A poll that leads a stage, whose row is held.
 *
 * @param followed the stage, unless it is decided or called off
 */
public record Held(Stored lead, Optional<Followed> followed) {
    /** The moment at which ballots are accepted: now, but behind everything that has happened. */
    public Instant soonest(Instant now) {
        return followed.map(stage -> stage.soonest(now)).orElse(now);
    }

    /** Lets time pass, and says why a poll of the stage takes no ballots then; nothing if it does. */
    public Optional<Refusal> shut(Hash poll, Instant now) {
        if (followed.isEmpty())
            return Optional.of(
                    lead.poll() instanceof Poll.Closed closed
                            ? new Refusal.BallotLate(poll, closed.decided().at())
                            : new Refusal.PollCancelled(poll));
        var stage = followed.get();
        stage.advance(now);
        return stage.verdict().map(verdict -> new Refusal.BallotLate(poll, verdict.at()));
    }
}
