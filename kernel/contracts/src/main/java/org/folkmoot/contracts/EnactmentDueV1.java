// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * An action of a passed proposal is due; its owner enacts it once and answers. Sent once per attempt.
 *
 * @param enactment the hash that names this attempt at this action
 * <p>Actions that are enacted together are due as one: {@code {"actions":[{"action":…,"index":…},…],"type":"together"}}, under
 * the place of the first; the answer is that of all of them.
 *
 * @param actionIndex the action's place in the proposal, from 0
 * @param attempt the attempt, from 1
 * @param action the action: canonical JSON, as text
 */
public record EnactmentDueV1(
        String community, String proposal, String enactment, int actionIndex, int attempt, String action, Instant dueAt)
        implements ProposalsEvent {
    /** The type of what is due where several actions are enacted together; no action of a proposal has it. */
    public static final String TOGETHER = "together";

    public EnactmentDueV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("enactment", enactment);
        Fields.atLeast("actionIndex", 0, actionIndex);
        Fields.atLeast("attempt", 0, attempt);
        Fields.text("action", action);
        Fields.millis("dueAt", dueAt);
    }
}
