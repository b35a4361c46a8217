// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;

/** Where anyone asks who may vote. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rolls")
class RollResource {
    private final ReadRoll readRoll;

    RollResource(ReadRoll readRoll) {
        this.readRoll = readRoll;
    }

    /** Whether a member may vote in a poll, and why. */
    @GET
    @Path("/polls/{poll}/roll/{member}")
    @Operation(operationId = "readStanding", summary = "Read whether a member is on a poll's roll, and why")
    @APIResponse(
            responseCode = "200",
            description = "On the roll with a power, or not on it for a reason",
            content =
                    @Content(
                            schema = @Schema(implementation = StandingView.class),
                            examples = {
                                @ExampleObject(name = "on the roll", value = Examples.ON_ROLL),
                                @ExampleObject(name = "not on the roll", value = Examples.NOT_ON_ROLL)
                            }))
    public StandingView standing(Hash poll, Hash member) {
        return readRoll.handle(poll, member);
    }
}
