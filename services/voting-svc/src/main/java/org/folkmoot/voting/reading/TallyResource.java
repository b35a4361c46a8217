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

/** Where anyone reads a count. */
@Path("/v1")
@Tag(name = "Polls")
class TallyResource {
    private final ReadTally readTally;

    TallyResource(ReadTally readTally) {
        this.readTally = readTally;
    }

    /** The count, at most a second old. */
    @GET
    @Path("/polls/{poll}/tally")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @Operation(operationId = "readTally", summary = "Read the count, at most a second old")
    @APIResponse(
            responseCode = "200",
            description = "The count",
            content =
                    @Content(
                            schema = @Schema(implementation = TallyView.class),
                            examples = @ExampleObject(name = "live", value = Examples.TALLY)))
    public TallyView tally(Hash poll) {
        return readTally.handle(poll);
    }
}
