// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalsEvent;

/**
 * Something decided that cannot be done yet.
 *
 * @param arrival its place among all that waits
 * @param tries how often it was at fault
 * @param nextTry when it is looked at again
 */
record Waiting(long arrival, ProposalsEvent event, Why why, Instant since, int tries, Instant nextTry) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 12; // a little more than an hour

    /** What something waits for. */
    enum Why {
        /** Its community's founding was not heard of yet. */
        COMMUNITY,
        /** A limit is about its proposal's policy, and the submission was not heard of yet. */
        SUBMISSION,
        /** Something else of its proposal waits, which comes first. */
        TURN,
        /** It was tried and could not be ruled on; it is tried again. */
        FAULT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Why of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** What names it: nobody else's decision has that name. */
    static String name(ProposalsEvent event) {
        return switch (event) {
            case EnactmentDueV1 due -> due.enactment();
            case CommitmentDueV1 due -> due.commitment();
            case CommitmentReleasedV1 released -> released.commitment();
            default -> throw notDecided(event);
        };
    }

    /** What proposals set aside comes before what is enacted, and what they leave after it. */
    static int turn(ProposalsEvent event) {
        return switch (event) {
            case CommitmentDueV1 _ -> 0;
            case EnactmentDueV1 _ -> 1;
            case CommitmentReleasedV1 _ -> 2;
            default -> throw notDecided(event);
        };
    }

    /** How long to leave alone what was at fault so many times: twice as long each time, and an hour or so at most. */
    static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    }

    private static IllegalStateException notDecided(ProposalsEvent event) {
        return new IllegalStateException("nothing that waits here: " + event);
    }
}
