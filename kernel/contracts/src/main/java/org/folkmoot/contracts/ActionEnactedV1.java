// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * An action took effect. Sent once per enactment.
 *
 * @param result what came of it, such as the hash of the transfer or of the new constitution
 */
public record ActionEnactedV1(
        String community,
        String proposal,
        String enactment,
        int actionIndex,
        int attempt,
        Instant enactedAt,
        String result)
        implements EnactmentEvent {
    public ActionEnactedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("enactment", enactment);
        Fields.atLeast("actionIndex", 0, actionIndex);
        Fields.atLeast("attempt", 0, attempt);
        Fields.millis("enactedAt", enactedAt);
        Fields.given("result", result);
    }
}
