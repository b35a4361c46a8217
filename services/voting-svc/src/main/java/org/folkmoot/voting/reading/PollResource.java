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

/** Where anyone reads a poll. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Polls")
class PollResource {
    private final ReadPolls readPolls;

    PollResource(ReadPolls readPolls) {
        this.readPolls = readPolls;
    }

    /** A poll: its definition, its state, its roll and its decision. */
    @GET
    @Path("/polls/{poll}")
    @Operation(operationId = "readPoll", summary = "Read a poll: its definition, its state, its roll and its decision")
    @APIResponse(
            responseCode = "200",
            description = "The poll",
            content =
                    @Content(
                            schema = @Schema(implementation = PollView.class),
                            examples = @ExampleObject(name = "open", value = Examples.POLL)))
    public PollView poll(Hash poll) {
        return readPolls.one(poll);
    }
}
