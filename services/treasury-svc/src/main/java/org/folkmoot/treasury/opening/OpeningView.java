// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.record.Hash;

/** A file that was decided on, as anyone sees it. */
@Schema(name = "OpeningFile")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record OpeningView(
        @Schema(description = "The enactment, by which it is brought")
        Hash opening,

        Hash proposal,

        @Schema(description = "The SHA-256 of the file") Hash file,

        @Schema(examples = "250000") int rows,

        @Schema(description = "What the balances of each asset are together", examples = "{\"SKR\": \"140.00\"}")
        Map<String, String> sums,

        Instant decidedAt,

        @Schema(description = "When it was brought and all of it posted; left out until then")
        Optional<Instant> broughtAt) {
    static OpeningView of(OpeningFiles.Kept kept) {
        var named = kept.named();
        return new OpeningView(
                named.enactment(),
                named.proposal(),
                named.file(),
                named.rows(),
                named.sums(),
                kept.decidedAt(),
                kept.broughtAt());
    }
}
