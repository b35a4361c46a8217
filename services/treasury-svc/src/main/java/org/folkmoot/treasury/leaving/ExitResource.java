// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.leaving;

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

/** Where members leave with a share. */
@Path("/v1/communities/{community}/exits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "payments")
class ExitResource {
    private final ReadExit readExit;
    private final Leave leave;

    ExitResource(ReadExit readExit, Leave leave) {
        this.readExit = readExit;
        this.leave = leave;
    }

    /** That somebody left. */
    @Schema(name = "Exit")
    record ExitView(
            @Schema(description = "The transaction's id in the journal, which has what was paid out")
            Hash transfer,

            @Schema(description = "How many accounts paid something out", examples = "2")
            int payouts,

            @Schema(examples = "2026-11-20T10:00:00.000Z") Instant at) {}

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "leaveWithShare",
            summary = "Give shares back for the same share of what the community has",
            description = "Takes a signed act of type treasury.exit/1 about the community with the body {\"id\": …,"
                    + " \"units\": …, \"assets\": […]}; without assets all that is shared is paid out. The id is the"
                    + " member's to choose, and its first outcome is final: asking again gives the same answer.")
    public ExitView leave(@PathParam("community") Hash community, byte[] envelope) {
        var done = leave.handle(readExit.read(community, envelope));
        return switch (done.outcome()) {
            case Outcome.Refused(var why) ->
                throw new ExitRefused(new ExitRefusal.ExitImpossible(done.id(), why.reason(), why.detail()));
            case Outcome.Posted(var lines) -> new ExitView(done.id(), lines.size() - 1, done.at());
            case Outcome.Turned turned -> throw new IllegalStateException("nobody left: " + turned);
        };
    }
}
