// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;

/** Where anyone sees what is promised already. */
@Path("/v1/communities/{community}/forecast")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "treasury")
class ForecastResource {
    private final ForetellOutflows foretellOutflows;
    private final ForetellCalendar foretellCalendar;

    ForecastResource(ForetellOutflows foretellOutflows, ForetellCalendar foretellCalendar) {
        this.foretellOutflows = foretellOutflows;
        this.foretellCalendar = foretellCalendar;
    }

    @GET
    @Operation(
            operationId = "showForecast",
            summary = "What is promised already, when it may leave, and what remains then",
            description = "The time from now to the end that is asked for is divided into days, weeks or months of the"
                    + " community's zone, 120 at most, each without its end. What may leave in a part may leave then for the"
                    + " first time. Without an account it is about all accounts of the community's own together.")
    public ForecastView forecast(@PathParam("community") Hash community, @BeanParam @Valid ForecastQuery query) {
        return foretellOutflows.handle(community, query);
    }

    @GET
    @Path("/calendar")
    @Operation(
            operationId = "showCalendarForecast",
            summary = "What the calendar will do if nothing else happens: what comes in, what leaves, what is issued",
            description =
                    "Demurrage, incomes, dues and budgets of the periods that begin before the end, by the rules in"
                            + " force, for those who are members now and with what accounts hold now. The parts are those of the"
                            + " forecast.")
    public CalendarForecastView calendar(
            @PathParam("community") Hash community, @BeanParam @Valid ForecastQuery query) {
        return foretellCalendar.handle(community, query);
    }
}
