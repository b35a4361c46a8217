// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.treasury.domain.limiting.Count;
import org.folkmoot.treasury.domain.limiting.Window;

/** A limit and what is spent of it, as anyone sees it. */
@Schema(name = "Limit")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LimitView(
        @Schema(description = "What it is called in refusals", examples = "from treasury SKR every P1M")
        String limit,

        @Schema(description = "The account that is limited", examples = "treasury")
        Optional<String> from,

        @Schema(description = "The policy that is limited", examples = "running-costs")
        Optional<String> policy,

        @Schema(description = "The role whose holders spend within it", examples = "steward")
        Optional<String> role,

        @Schema(
                description = "Whom it is counted for: who is paid, or who spends; left out where it is counted for all"
                        + " together, and for everybody of whom nothing is counted yet",
                examples = "harbour")
        Optional<String> subject,

        @Schema(examples = "SKR") String asset,
        @Schema(examples = "5000.00") String most,
        @Schema(examples = "4900.00") String spent,

        @Schema(description = "What may be spent now; nothing if more is spent than now may be", examples = "100.00")
        String left,

        @Schema(description = "When something of what is spent counts no more", examples = "2026-12-01T00:00:00Z")
        Optional<Instant> renews) {
    static LimitView of(SpendingLimit limit, Asset asset, String subject, Count count, Window window) {
        return new LimitView(
                limit.name(),
                limit.account(),
                limit.of() instanceof Of.Track(var policy) ? Optional.of(policy) : Optional.empty(),
                limit.of() instanceof Of.Holder(var _, var role) ? Optional.of(role) : Optional.empty(),
                Optional.of(subject).filter(name -> !name.isEmpty()),
                limit.asset(),
                asset.decimal(limit.most()),
                asset.decimal(count.spent()),
                asset.decimal(limit.most().subtract(count.spent()).max(BigInteger.ZERO)),
                window.renews(count));
    }
}
