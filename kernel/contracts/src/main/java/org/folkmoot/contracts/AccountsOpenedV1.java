// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;
import java.util.List;

/** Accounts of a community were opened; they are empty until a transfer credits them. Sent once per account. */
public record AccountsOpenedV1(String community, List<AccountEntry> accounts, Instant openedAt)
        implements TreasuryEvent {
    public AccountsOpenedV1 {
        Fields.hash("community", community);
        accounts = Fields.list("accounts", accounts, 1, 1_000);
        Fields.millis("openedAt", openedAt);
    }
}
