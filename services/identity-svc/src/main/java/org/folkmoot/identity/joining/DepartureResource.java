// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members leave. */
@Path("/v1/communities/{community}/departures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@RunOnVirtualThread
class DepartureResource {
    private final ActDesk desk;
    private final LeaveCommunity leaveCommunity;

    DepartureResource(ActDesk desk, LeaveCommunity leaveCommunity) {
        this.desk = desk;
        this.leaveCommunity = leaveCommunity;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "leave",
            summary = "Leave the community",
            description = "Takes the signed act member.leave/1 of a member, with an empty body. The last member stays.")
    @RequestBody(ref = ApiDescription.ACT)
    public DepartureView leave(@PathParam("community") Hash community, byte[] envelope) {
        var opened = desk.open(envelope, Expected.of(LeaveCommunity.ACT, community));
        return new DepartureView(opened.act().actor(), leaveCommunity.handle(opened));
    }

    /** Who left, and the membership position that the community reached. */
    @Schema(name = "Departure")
    public record DepartureView(Hash member, long position) {}
}
