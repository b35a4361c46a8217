// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.EnactmentWindow;

/** One proposal's instants and one sample of each state. Actions 0 and 2 are in the mandate, so step and index differ. */
final class Samples {
    static final Instant SUBMITTED = Instant.parse("2026-11-20T10:00:00.000Z");
    static final Instant OPENS = SUBMITTED.plus(Duration.ofDays(1));
    static final Instant CLOSES = OPENS.plus(Duration.ofDays(5));
    static final Instant ETA = CLOSES.plus(Duration.ofDays(2));
    static final Instant EXPIRY = ETA.plus(Duration.ofDays(14));

    static final Terms TERMS = new Terms("poll", new Window(OPENS, CLOSES), 3);
    static final EnactmentWindow ENACTABLE = new EnactmentWindow(Duration.ofDays(2), ETA, EXPIRY);
    static final Backing BACKING = new Backing("council", 2, 1, OPENS);
    static final Mandate MANDATE = new Mandate(ETA, EXPIRY, List.of(0, 2), 3);
    static final Mandate NOTHING = new Mandate(ETA, EXPIRY, List.of(), 3);

    static final List<State> ALL = List.of(
            new Draft(SUBMITTED),
            new Depositing(Optional.of(BACKING)),
            new Sponsoring(BACKING),
            new Submitted(TERMS),
            new Delayed(TERMS),
            new Voting(TERMS),
            new Timelocked(MANDATE),
            new Enacting(MANDATE, 0, 1, ETA),
            new Failed(MANDATE, 0, 1, "insufficient-funds", "the treasury has 5.00", ETA),
            new Enacted(ETA),
            new Rejected(CLOSES, "quorum missed"),
            new Cancelled(SUBMITTED, "a mistake"),
            new Expired(EXPIRY, 0, 2),
            new Lapsed(OPENS, "1 of 2 sponsors stood behind it in time"));

    private Samples() {}

    static State sample(String word) {
        return ALL.stream()
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
