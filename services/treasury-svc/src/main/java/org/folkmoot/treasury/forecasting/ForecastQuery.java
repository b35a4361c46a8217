// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.folkmoot.treasury.domain.forecasting.Horizon;
import org.jspecify.annotations.Nullable;

/** What a caller wants to be foretold; a resource takes it as {@code @BeanParam @Valid}. */
public class ForecastQuery {
    @Parameter(example = "SKR")
    @QueryParam("asset")
    @NotEmpty
    String asset = "";

    @Parameter(example = "2027-12-31T23:00:00.000Z")
    @QueryParam("until")
    @NotNull
    String until = "";

    @QueryParam("by")
    @DefaultValue("month")
    @Pattern(regexp = "day|week|month", message = "must be day, week or month")
    String by = "";

    @Parameter(example = "treasury")
    @QueryParam("account")
    @Nullable
    String account;

    /** The code of the asset. */
    String asset() {
        return asset;
    }

    /** When the time ends that is asked about, as it was written. */
    String until() {
        return until;
    }

    /** How the time is divided. */
    Horizon.Every by() {
        return Horizon.Every.valueOf(by.toUpperCase(Locale.ROOT));
    }

    /** The one account that is asked about; all of the community's own if nothing is said. */
    Optional<String> account() {
        return Optional.ofNullable(account);
    }
}
