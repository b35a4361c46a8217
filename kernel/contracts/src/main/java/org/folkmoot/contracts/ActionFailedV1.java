// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * An action was refused by its owner and changed nothing; the proposal can be tried again until it expires. Sent once per
 * enactment.
 *
 * @param reason the type of the problem, such as {@code insufficient-funds}
 * @param detail the reason as a sentence
 */
public record ActionFailedV1(
        String community,
        String proposal,
        String enactment,
        int actionIndex,
        int attempt,
        String reason,
        String detail,
        Instant at)
        implements EnactmentEvent {
    public ActionFailedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("enactment", enactment);
        Fields.atLeast("actionIndex", 0, actionIndex);
        Fields.atLeast("attempt", 0, attempt);
        Fields.text("reason", reason);
        Fields.given("detail", detail);
        Fields.millis("at", at);
    }
}
