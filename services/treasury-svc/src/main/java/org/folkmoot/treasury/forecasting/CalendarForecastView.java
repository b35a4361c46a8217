// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Foreseen;

/** What the calendar will do if nothing else happens, as anyone sees it. */
@Schema(
        name = "CalendarForecast",
        description = "holds + all that comes in − all that leaves = what the last part holds")
record CalendarForecastView(
        @Schema(examples = "SKR") String asset,

        @Schema(description = "The account that was asked about; all of the community's own together if there is none")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> account,

        @Schema(description = "What its accounts hold now", examples = "940.00")
        String holds,

        List<Part> parts) {
    /** A part of the time ahead. */
    @Schema(name = "CalendarForecastPart")
    record Part(
            Instant from,

            @Schema(description = "Its end, at which the next one begins")
            Instant to,

            @Schema(
                    description = "What comes in from other accounts, by kind: dues, demurrage, budget",
                    examples = "{\"dues\": \"120.00\"}")
            Map<String, String> in,

            @Schema(description = "What leaves for other accounts, by kind: budget, demurrage")
            Map<String, String> out,

            @Schema(description = "What of the whole asset is issued to members as their income", examples = "500.00")
            String issued,

            @Schema(description = "What of the whole asset goes back to where it was issued from")
            String retired,

            @Schema(description = "What members owe the accounts at its end, because they have not enough")
            String owed,

            @Schema(description = "What the accounts hold at its end", examples = "1060.00")
            String holds) {}

    static CalendarForecastView of(Asked asked, BigInteger holds, List<Foreseen> parts) {
        var asset = asked.asset();
        return new CalendarForecastView(
                asset.code(),
                asked.account(),
                asset.decimal(holds),
                parts.stream().map(part -> of(asset, part)).toList());
    }

    private static Part of(Asset asset, Foreseen part) {
        return new Part(
                part.from(),
                part.to(),
                ForecastView.written(asset, part.in()),
                ForecastView.written(asset, part.out()),
                asset.decimal(part.issued()),
                asset.decimal(part.retired()),
                asset.decimal(part.owed()),
                asset.decimal(part.holds()));
    }
}
