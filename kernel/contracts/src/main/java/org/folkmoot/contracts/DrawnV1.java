// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/**
 * A panel was drawn by lot; identity-svc gives its members the role and answers for the action. Sent once per draw.
 *
 * @param enactment the hash that names the enactment which asked for the draw
 * @param actionIndex the action's place in the proposal, from 0
 * @param attempt the attempt, from 1
 * @param draw the hash of everything that the draw depends on but the seed
 * @param round the round in which the seed was made, from 1
 * @param seed 32 bytes in hex
 * @param role what those who were drawn become
 * @param until when they are it no longer; {@link RoleGrantedV1#WITHOUT_END} if that does not end by itself
 * @param panel who was drawn, in the order of the draw
 */
public record DrawnV1(
        String community,
        String proposal,
        String enactment,
        int actionIndex,
        int attempt,
        String draw,
        int round,
        String seed,
        String role,
        Instant until,
        List<String> panel,
        Instant drawnAt)
        implements VotingEvent {
    private static final int MOST = 500;

    public DrawnV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("enactment", enactment);
        Fields.atLeast("actionIndex", 0, actionIndex);
        Fields.atLeast("attempt", 0, attempt);
        Fields.hash("draw", draw);
        Fields.atLeast("round", 1, round);
        Fields.hash("seed", seed);
        Fields.text("role", role);
        Fields.millis("until", until);
        panel = Fields.list("panel", panel, 1, MOST);
        panel.forEach(member -> Fields.hash("panel", member));
        Fields.millis("drawnAt", drawnAt);
    }

    @Override
    public String subject() {
        return draw;
    }
}
