// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.course.Phase;

/**
 * How far a poll has come whose close may move, as it was written down last. Polls of one stage are decided together: they
 * share it, and whoever changes it holds the row of the first of them.
 *
 * @param lead the number of that first poll
 * @param closesAt the first moment at which no ballot is accepted any more, as far as is known
 * @param lookAt the next moment at which something may happen by itself
 * @param latestAt the first moment at which no ballot is accepted whatever happens
 * @param phase voting, confirming or cooling off
 * @param passedAt the moment up to which everything had happened when it was written down; by the clock of whoever wrote it
 * @param conviction how far support had come then, as a sentence, where the policy asks for support that lasts
 */
public record Progress(
        long lead,
        Instant closesAt,
        Instant lookAt,
        Instant latestAt,
        Phase phase,
        Instant passedAt,
        Optional<String> conviction) {
    /** Whether it says the same of the poll, whenever it was written down. */
    public boolean saysSame(Progress other) {
        return equals(new Progress(
                other.lead, other.closesAt, other.lookAt, other.latestAt, other.phase, passedAt, other.conviction));
    }
}
