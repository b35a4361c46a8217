// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Outcome;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members spend for the community. */
@Path("/v1/communities/{community}/spendings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "payments")
class SpendingResource {
    private final ReadSpending readSpending;
    private final Spend spend;

    SpendingResource(ReadSpending readSpending, Spend spend) {
        this.readSpending = readSpending;
        this.spend = spend;
    }

    /** What was spent. */
    @Schema(name = "Spent")
    record SpentView(
            @Schema(description = "The transfer's id in the journal")
            Hash transfer,

            @Schema(examples = "2026-11-20T10:00:00.000Z") Instant at) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "spend",
            summary = "Spend for the community within the limit of a role",
            description = "Takes a signed act of type treasury.spend/1 about the community with the body {\"id\": …,"
                    + " \"from\": …, \"to\": …, \"asset\": …, \"amount\": …, \"role\": …, \"memo\": …}; role and memo may be"
                    + " left out. The id is the spender's to choose, and its first outcome is final: asking again gives"
                    + " the same answer.")
    public SpentView spend(@PathParam("community") Hash community, byte[] envelope) {
        var done = spend.handle(readSpending.read(community, envelope));
        if (done.outcome() instanceof Outcome.Refused(var why))
            throw new SpendingRefused(new SpendingRefusal.SpendingImpossible(done.id(), why.reason(), why.detail()));
        return new SpentView(done.id(), done.at());
    }
}
