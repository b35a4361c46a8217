// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.drawing.Round;

/**
 * A draw as it is kept.
 *
 * @param action the action that asked for it: canonical JSON
 * @param constitution the constitution that was in force when it was opened
 * @param position the membership position as of which people can be drawn
 * @param place the place in the journal as of which balances count, where they do
 * @param people how many people can be drawn
 * @param panels how many panels keep the quotas
 * @param ended what became of it, if it is over
 */
record Known(
        long no,
        Hash id,
        Order order,
        String title,
        String action,
        Hash constitution,
        long position,
        Optional<Long> place,
        long people,
        BigInteger panels,
        Instant openedAt,
        Round round,
        Optional<Ended> ended) {
    /**
     * What became of a draw.
     *
     * @param seed the seed, in hex, if somebody was drawn; a reason otherwise
     */
    record Ended(Instant at, Optional<String> seed, Optional<String> reason, Optional<String> detail) {}

    /** The same in another round. */
    Known in(Round another) {
        return new Known(
                no, id, order, title, action, constitution, position, place, people, panels, openedAt, another, ended);
    }
}
