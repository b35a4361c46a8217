// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Recorded;

/** A transfer and what became of it, as anyone sees it. */
@Schema(name = "Transfer")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record TransferView(
        Hash transfer,
        @Schema(enumeration = {"opening", "decided"}) String code,
        @Schema(examples = "treasury") String from,
        @Schema(examples = "mayors-office") String to,
        @Schema(examples = "USD") String asset,
        @Schema(examples = "2500.00") String amount,
        @Schema(description = "The hash of the act or proposal that it follows from") Hash cause,
        String memo,
        @Schema(enumeration = {"posted", "refused"}) String outcome,
        @Schema(description = "Its place in the journal, when it was posted", examples = "2") Optional<Long> entry,
        @Schema(description = "Why it was refused", examples = "insufficient-funds") Optional<String> reason,
        @Schema(description = "The same as a sentence") Optional<String> detail,
        Instant at) {
    static TransferView of(Recorded recorded, Optional<Asset> asset) {
        var transfer = recorded.transfer();
        return switch (recorded.ending()) {
            case Recorded.Posted(var entry, var amount) ->
                of(recorded, asset.orElseThrow().decimal(amount), "posted", Optional.of(entry), Optional.empty());
            case Recorded.Refused refused ->
                of(recorded, transfer.amount(), "refused", Optional.empty(), Optional.of(refused));
        };
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
                transfer.code().name().toLowerCase(Locale.ROOT),
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
