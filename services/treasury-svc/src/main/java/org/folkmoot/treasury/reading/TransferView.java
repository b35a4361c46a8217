// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Recorded;

/** A transfer and what became of it, as anyone sees it. */
@Schema(name = "Transfer")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TransferView(
        Hash transfer,

        @Schema(
                description = "What kind of movement it is",
                enumeration = {
                    "opening",
                    "decided",
                    "deposited",
                    "refunded",
                    "burned",
                    "forfeited",
                    "issued",
                    "retired",
                    "paid",
                    "allotted",
                    "charged",
                    "emitted",
                    "decayed",
                    "endowed",
                    "released",
                    "returned",
                    "spent",
                    "received",
                    "sent",
                    "redeemed",
                    "shared",
                    "reversed",
                    "held",
                    "settled",
                    "voided",
                    "expired"
                })
        String code,

        @Schema(examples = "treasury") String from,
        @Schema(examples = "harbour") String to,
        @Schema(examples = "SKR") String asset,

        @Schema(description = "What was posted, or what was asked for, as it was written", examples = "2500.00")
        String amount,

        @Schema(description = "The hash of the founding or proposal that it follows from")
        Hash cause,

        @Schema(description = "What it is for; empty if nobody said", examples = "New ropes")
        String memo,

        @Schema(enumeration = {"posted", "refused"}) String outcome,

        @Schema(description = "Its place in the journal, if it was posted", examples = "2")
        Optional<Long> entry,

        @Schema(description = "Why it was refused", examples = "insufficient-funds")
        Optional<String> reason,

        @Schema(description = "The same as a sentence", examples = "treasury has 5.00 SKR to spend, not 2500.00.")
        Optional<String> detail,

        @Schema(examples = "2026-11-20T10:00:00.000Z") Instant at) {
    static TransferView of(Recorded recorded, Optional<Asset> asset) {
        var transfer = recorded.transfer();
        return switch (recorded.ending()) {
            case Recorded.Posted(var entry, var amount) ->
                of(recorded, asset.orElseThrow().decimal(amount), "posted", entry, Optional.empty());
            case Recorded.Refused refused ->
                of(recorded, transfer.amount(), "refused", Optional.empty(), Optional.of(refused));
        };
    }

    /** The same with other names of the accounts, also where a sentence names them. */
    TransferView with(UnaryOperator<String> names) {
        return new TransferView(
                transfer,
                code,
                names.apply(from),
                names.apply(to),
                asset,
                amount,
                cause,
                names.apply(memo),
                outcome,
                entry,
                reason,
                detail.map(names),
                at);
    }

    private static TransferView of(
            Recorded recorded,
            String amount,
            String outcome,
            Optional<Long> entry,
            Optional<Recorded.Refused> refused) {
        var transfer = recorded.transfer();
        return new TransferView(
                transfer.id(),
                transfer.code().word(),
                transfer.debit(),
                transfer.credit(),
                transfer.asset(),
                amount,
                transfer.cause(),
                transfer.memo(),
                outcome,
                entry,
                refused.map(Recorded.Refused::reason),
                refused.map(Recorded.Refused::detail),
                recorded.at());
    }
}
