// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/** What anyone sees of an account's past. */
final class StatementViews {
    private StatementViews() {}

    /** What an account held at a moment. */
    @Schema(name = "BalanceAt")
    record Balance(
            @Schema(examples = "treasury") String account,
            @Schema(examples = "SKR") String asset,
            @Schema(examples = "97500.00") String balance,
            @Schema(examples = "2026-11-20T10:00:00.000Z") Instant at) {}

    /** One movement of an account and what was left after it. */
    @Schema(name = "Movement")
    record Movement(
            @Schema(description = "Its place in the journal", examples = "2")
            long number,

            @Schema(examples = "2026-11-20T10:00:00.000Z") Instant at,
            @Schema(examples = "decided") String code,

            @Schema(description = "The other account", examples = "harbour")
            String with,

            @Schema(description = "Below zero if it left the account", examples = "-2500.00")
            String amount,

            @Schema(examples = "97500.00") String balance,
            Hash transfer,
            @Schema(examples = "New ropes") String memo) {}
}
