// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/** A deposit left its author's account and is kept until the proposal ends. Sent once per answer to a {@link DepositDueV1}. */
public record DepositTakenV1(String community, String proposal, String deposit, Instant at) implements TreasuryEvent {
    public DepositTakenV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("deposit", deposit);
        Fields.millis("at", at);
    }
}
