// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A deposit could not be taken, and nothing moved. Sent once per answer to a {@link DepositDueV1}.
 *
 * @param reason the name of the reason, such as {@code insufficient-funds}
 * @param detail the same as a sentence
 */
public record DepositRefusedV1(
        String community, String proposal, String deposit, String reason, String detail, Instant at)
        implements TreasuryEvent {
    public DepositRefusedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("deposit", deposit);
        Fields.text("reason", reason);
        Fields.given("detail", detail);
        Fields.millis("at", at);
    }
}
