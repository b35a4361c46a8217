// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.record.Hash;

/**
 * A ballot that was accepted since.
 *
 * @param no the number of its poll
 * @param number its number in the poll
 * @param choice what was chosen, as canonical JSON
 * @param paper whether officers entered it, so that one of the member's own goes before it at any time
 * @param replaced what the same member had chosen before, which does not count any more
 */
record Fresh(
        long no,
        long number,
        Hash member,
        Instant at,
        String choice,
        BigInteger power,
        boolean paper,
        Optional<Replaced> replaced) {
    /** A ballot that another one took the place of. */
    record Replaced(String choice, BigInteger power, boolean paper) {}
}
