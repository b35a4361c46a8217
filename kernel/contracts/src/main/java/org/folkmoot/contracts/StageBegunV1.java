// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A proposal that was decided in one stage goes on to another and waits for its poll. Sent once per proposal and stage.
 *
 * @param stage the name of the stage in the policy
 * @param poll the hash of the poll's definition
 * @param definition the canonical poll definition, as JSON text
 * @param begunAt when it begins: the exact moment of the decision before
 */
public record StageBegunV1(
        String community, String proposal, String stage, String poll, String definition, Instant begunAt)
        implements ProposalsEvent {
    public StageBegunV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.text("stage", stage);
        Fields.hash("poll", poll);
        Fields.text("definition", definition);
        Fields.millis("begunAt", begunAt);
    }
}
