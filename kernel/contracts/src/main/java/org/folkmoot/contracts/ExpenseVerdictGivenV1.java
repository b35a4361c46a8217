// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/** A member approved or refused what another one wants to be paid back. Sent once per member and claim. */
public record ExpenseVerdictGivenV1(String community, String expense, String member, boolean approves, Instant at)
        implements TreasuryEvent {
    public ExpenseVerdictGivenV1 {
        Fields.hash("community", community);
        Fields.hash("expense", expense);
        Fields.hash("member", member);
        Fields.millis("at", at);
    }
}
