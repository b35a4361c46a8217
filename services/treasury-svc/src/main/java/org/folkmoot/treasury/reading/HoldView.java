// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.HoldStore;

/** Something that is set aside, as anyone sees it. */
@Schema(name = "Hold")
record HoldView(
        @Schema(description = "Its name, by which it is settled or released")
        Hash hold,

        @Schema(examples = "treasury") String from,
        @Schema(examples = "harbour") String to,
        @Schema(examples = "SKR") String asset,

        @Schema(description = "What was set aside", examples = "2500.00")
        String amount,

        @Schema(description = "What of it was moved already", examples = "500.00")
        String settled,

        @Schema(description = "What is still set aside", examples = "2000.00")
        String left,

        @Schema(description = "From when on it is free", examples = "2026-11-20T10:00:00.000Z")
        Instant deadline,

        @Schema(description = "The hash of the proposal or act that it follows from")
        Hash cause) {
    static HoldView of(HoldStore.Kept kept, Asset asset, UnaryOperator<String> names) {
        var hold = kept.hold();
        return new HoldView(
                hold.id(),
                names.apply(hold.debit()),
                names.apply(hold.credit()),
                asset.code(),
                asset.decimal(hold.amount()),
                asset.decimal(hold.settled()),
                asset.decimal(hold.left()),
                hold.deadline(),
                kept.cause());
    }
}
