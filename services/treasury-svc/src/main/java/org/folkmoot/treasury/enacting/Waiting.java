// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalsEvent;

/**
 * Something decided that cannot be done yet.
 *
 * @param arrival its place among all that waits
 * @param turn its place among what waits of its proposal
 * @param event what was decided; empty if this version of the software cannot read it
 * @param tries how often it was at fault
 * @param setbacks how often somebody was in its way since it was last looked at
 * @param nextTry when it is looked at again
 * @param fault what was wrong with it, as operators see it
 */
record Waiting(
        long arrival,
        String name,
        String proposal,
        int turn,
        Optional<ProposalsEvent> event,
        Why why,
        Instant since,
        int tries,
        int setbacks,
        Instant nextTry,
        String fault) {

    static final int FIRST_OF_DEPOSITS = 3;

    /** What something waits for. */
    enum Why {
        /** Its community's founding was not heard of yet. */
        COMMUNITY,
        /** A limit is about its proposal's policy, and the submission was not heard of yet. */
        SUBMISSION,
        /** Something else of its proposal waits, which comes first. */
        TURN,
        /** Somebody else was in the way in the database; it is tried again. */
        CONTENTION,
        /** It was tried and could not be ruled on; it is tried again. */
        FAULT,
        /** This version of the software cannot read it; it is tried again. */
        UNREADABLE,
        /** It is not what it should be, and nothing waits for it any more. It stands here so that somebody sees it. */
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** A word of a later version is as unreadable as what it is about. */
        static Why of(String word) {
            return Arrays.stream(values())
                    .filter(why -> why.word().equals(word))
                    .findFirst()
                    .orElse(UNREADABLE);
        }
    }

    /** What names it: nobody else's decision has that name. */
    static String name(ProposalsEvent event) {
        return switch (event) {
            case EnactmentDueV1 due -> due.enactment();
            case CommitmentDueV1 due -> due.commitment();
            case CommitmentReleasedV1 released -> released.commitment();
            case DepositDueV1 due -> due.deposit();
            case DepositReleasedV1 released -> released.deposit();
            default -> throw notDecided(event);
        };
    }

    /**
     * What proposals set aside comes before what is enacted, and what they leave after it. What is put down for them has an
     * order of its own, from {@link #FIRST_OF_DEPOSITS} on.
     */
    static int turn(ProposalsEvent event) {
        return switch (event) {
            case CommitmentDueV1 _ -> 0;
            case EnactmentDueV1 _ -> 1;
            case CommitmentReleasedV1 _ -> 2;
            case DepositDueV1 _ -> FIRST_OF_DEPOSITS;
            case DepositReleasedV1 _ -> 4;
            default -> throw notDecided(event);
        };
    }

    private static IllegalStateException notDecided(ProposalsEvent event) {
        return new IllegalStateException("nothing that waits here: " + event);
    }
}
