// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.constitution.Asset;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Forecast;

/** What is promised, as anyone sees it. */
@Schema(name = "Forecast", description = "own + kept − all that leaves + all that comes in = remains")
record ForecastView(
        @Schema(examples = "SKR") String asset,

        @Schema(description = "The account that was asked about; all of the community's own together if there is none")
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> account,

        @Schema(description = "What its accounts hold now", examples = "940.00")
        String own,

        @Schema(description = "What was put into escrow out of them and is there still", examples = "60.00")
        String kept,

        List<Part> parts,

        @Schema(description = "What is promised and leaves after that, or when nobody knows", examples = "20.00")
        String later,

        @Schema(description = "Dues that members owe them; not counted, because nobody knows whether they come")
        String owed,

        @Schema(
                description =
                        "Withdrawals that too few attest yet, of each the most that anybody says; not counted, because"
                                + " it may never be enough")
        String unconfirmed) {
    /** A part of the time ahead. */
    @Schema(name = "ForecastPart")
    record Part(
            Instant from,

            @Schema(description = "Its end, at which the next one begins")
            Instant to,

            @Schema(
                    description =
                            "What may leave in it at the earliest, by kind: stream, grant, bounty, payout, proposal,"
                                    + " hold, budget",
                    examples = "{\"stream\": \"31.00\"}")
            Map<String, String> out,

            @Schema(description = "What comes in, by kind: budget")
            Map<String, String> in,

            @Schema(description = "All that may have left by its end", examples = "31.00")
            String leaving,

            @Schema(description = "What is there at its end if all of it has left", examples = "969.00")
            String remains) {}

    static ForecastView of(Asked asked, Forecast forecast, BigInteger owed, BigInteger unconfirmed) {
        var asset = asked.asset();
        return new ForecastView(
                asset.code(),
                asked.account(),
                asset.decimal(forecast.own()),
                asset.decimal(forecast.kept()),
                forecast.parts().stream().map(part -> of(asset, part)).toList(),
                asset.decimal(forecast.later()),
                asset.decimal(owed),
                asset.decimal(unconfirmed));
    }

    private static Part of(Asset asset, Forecast.Part part) {
        return new Part(
                part.from(),
                part.to(),
                written(asset, part.out()),
                written(asset, part.in()),
                asset.decimal(part.leaving()),
                asset.decimal(part.remains()));
    }

    static Map<String, String> written(Asset asset, Map<String, BigInteger> amounts) {
        var written = new TreeMap<String, String>();
        amounts.forEach((kind, amount) -> written.put(kind, asset.decimal(amount)));
        return written;
    }
}
