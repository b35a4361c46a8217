// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.PutDown;

/** What the author puts down, where it is, and what becomes of it. Amounts are decimal text in the asset's scale. */
@Schema(name = "Deposit")
public record DepositView(
        @Schema(examples = "SKR") String asset,
        @Schema(examples = "10.00") String amount,

        @Schema(enumeration = {"due", "held", "refused", "released", "settled"})
        String standing,

        @Schema(
                description = "What becomes of the part, once the proposal has ended",
                enumeration = {"refund", "burn", "treasury"})
        Optional<String> fate,

        @Schema(description = "How much of it that is; the rest goes back", examples = "5.00")
        Optional<String> part,

        @Schema(description = "What went back to the author", examples = "5.00")
        Optional<String> refunded,

        @Schema(description = "What was burned", examples = "0.00")
        Optional<String> burned,

        @Schema(description = "What went to the treasury", examples = "5.00")
        Optional<String> forfeited) {

    static DepositView of(PutDown deposit) {
        var asset = deposit.asset();
        return new DepositView(
                asset.code(),
                asset.decimal(deposit.amount()),
                deposit.standing().name().toLowerCase(Locale.ROOT),
                deposit.fate().map(released -> released.fate().name().toLowerCase(Locale.ROOT)),
                deposit.fate().map(PutDown.Released::part).map(asset::decimal),
                deposit.settled().map(PutDown.Settled::refunded).map(asset::decimal),
                deposit.settled().map(PutDown.Settled::burned).map(asset::decimal),
                deposit.settled().map(PutDown.Settled::forfeited).map(asset::decimal));
    }
}
