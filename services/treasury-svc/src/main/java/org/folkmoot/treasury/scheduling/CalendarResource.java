// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.jspecify.annotations.Nullable;

/** Where anyone sees what happens to the money by the calendar. */
@Path("/v1/communities/{community}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "calendar")
class CalendarResource {
    private static final String HASH = "[0-9a-f]{64}";
    private static final String MESSAGE = "must be 64 hexadecimal digits";

    private final ReadCalendar readCalendar;
    private final AccountNames names;

    CalendarResource(ReadCalendar readCalendar, AccountNames names) {
        this.readCalendar = readCalendar;
        this.names = names;
    }

    @GET
    @Path("/budgets")
    @Operation(operationId = "listBudgets", summary = "Every envelope in its last period, by name")
    public Page<CalendarViews.Budget> budgets(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return readCalendar.budgets(community, paging);
    }

    @GET
    @Path("/dues")
    @Operation(operationId = "listDues", summary = "What members owe and have paid, by period, the first first")
    public Page<CalendarViews.Due> dues(
            @PathParam("community") Hash community,
            @QueryParam("member") @Pattern(regexp = HASH, message = MESSAGE) @Nullable String member,
            @BeanParam @Valid Paging paging) {
        names.checkMembers(community);
        return readCalendar.dues(community, Optional.ofNullable(member).map(Hash::parse), paging);
    }

    @GET
    @Path("/schedules")
    @Operation(operationId = "listSchedules", summary = "All that happens by the calendar, by kind and name")
    public Page<CalendarViews.Schedule> schedules(
            @PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return readCalendar.schedules(community, paging);
    }
}
