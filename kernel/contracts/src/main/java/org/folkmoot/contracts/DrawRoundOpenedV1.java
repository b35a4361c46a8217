// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The seed of a draw can be made: the first time, or once more without those who kept a value back. Sent once per round, in
 * order per draw.
 *
 * @param enactment the hash that names the enactment which asked for the draw
 * @param draw the hash of everything that the draw depends on but the seed
 * @param round the round, from 1
 * @param role what those who are drawn become
 * @param seats how many are drawn
 * @param people how many they are drawn from
 * @param committers who may make the seed in this round
 * @param revealsAt until when they commit, and from when on they reveal
 * @param closesAt until when they reveal
 */
public record DrawRoundOpenedV1(
        String community,
        String proposal,
        String enactment,
        String draw,
        int round,
        String role,
        int seats,
        long people,
        List<String> committers,
        Instant openedAt,
        Instant revealsAt,
        Instant closesAt)
        implements VotingEvent {
    private static final int MOST = 100;

    public DrawRoundOpenedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("enactment", enactment);
        Fields.hash("draw", draw);
        Fields.atLeast("round", 1, round);
        Fields.text("role", role);
        Fields.atLeast("seats", 1, seats);
        Fields.atLeast("people", seats, people);
        committers = Fields.list("committers", committers, 2, MOST);
        committers.forEach(member -> Fields.hash("committers", member));
        Fields.millis("openedAt", openedAt);
        Fields.millis("revealsAt", revealsAt);
        Fields.millis("closesAt", closesAt);
    }

    @Override
    public String subject() {
        return draw;
    }
}
