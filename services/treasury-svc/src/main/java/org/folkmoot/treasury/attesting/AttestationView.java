// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/** What members say has happened outside, and what became of it. */
@Schema(name = "Attestation")
record AttestationView(
        Hash attestation,

        @Schema(enumeration = {"deposit", "withdrawal", "payout"})
        String kind,

        @Schema(examples = "EUR") String asset,

        @Schema(description = "What the bank or the chain calls it", examples = "2026-11-20/17")
        String reference,

        @Schema(
                description = "What was said: account, amount and at; or payout and outcome",
                examples = "{\"account\": \"treasury\", \"amount\": \"250.00\", \"at\": \"2026-11-20T10:00:00.000Z\"}")
        Map<String, String> said,

        @Schema(enumeration = {"open", "done", "refused"}) String state,

        @Schema(description = "Who said so, the first first")
        List<Attester> by,

        @Schema(description = "What the ledger did about it") @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<Hash> transfer,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> detail,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> endedAt) {
    /** One of those who said it. */
    @Schema(name = "Attester")
    record Attester(Hash member, Hash act, Instant at) {}
}
