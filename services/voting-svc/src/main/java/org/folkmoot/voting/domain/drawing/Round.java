// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain.drawing;

import java.time.Duration;
import java.time.Instant;

/**
 * The times in which a seed is made: until one moment they commit, from then on they reveal, until another one. Each moment
 * belongs to what begins with it.
 *
 * @param number the round, from 1
 */
public record Round(int number, Instant opensAt, Instant revealsAt, Instant closesAt) {
    public Round {
        if (number < 1 || !opensAt.isBefore(revealsAt) || !revealsAt.isBefore(closesAt))
            throw new IllegalArgumentException("no round: " + number + ", " + opensAt + " to " + closesAt);
    }

    /** A round that begins now. */
    public static Round open(int number, Instant now, Duration commit, Duration reveal) {
        var revealsAt = now.plus(commit);
        return new Round(number, now, revealsAt, revealsAt.plus(reveal));
    }

    /** Whether commitments are taken at a moment. */
    public boolean commits(Instant now) {
        return !now.isBefore(opensAt) && now.isBefore(revealsAt);
    }

    /** Whether values are taken at a moment. */
    public boolean reveals(Instant now) {
        return !now.isBefore(revealsAt) && now.isBefore(closesAt);
    }
}
