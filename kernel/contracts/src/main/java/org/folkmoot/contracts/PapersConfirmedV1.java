// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/**
 * Two officers together entered ballots that were cast on paper. Sent once per entry. The ballots themselves come as all others
 * do, with the suite {@code paper}; their payloads name the entry, and their signatures are the hash of its confirmation.
 *
 * @param entered the hash of the act by which the first officer entered them
 * @param confirmed the hash of the act by which the second one confirmed them
 * @param from the number of the first of these ballots in the poll
 * @param to the number of the last of them
 * @param at when they were accepted
 * @param acts what the officers signed, in this order
 */
public record PapersConfirmedV1(
        String community,
        String poll,
        String entered,
        String confirmed,
        long from,
        long to,
        Instant at,
        List<Signed> acts)
        implements VotingEvent {
    public PapersConfirmedV1 {
        Fields.hash("community", community);
        Fields.hash("poll", poll);
        Fields.hash("entered", entered);
        Fields.hash("confirmed", confirmed);
        Fields.atLeast("from", 1, from);
        Fields.atLeast("to", from, to);
        Fields.millis("at", at);
        acts = Fields.list("acts", acts, 2, 2);
    }

    @Override
    public String subject() {
        return poll;
    }
}
