// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;

/** Where anyone follows a count. */
@Path("/v1")
@Tag(name = "Polls")
class TallyResource {
    private final ReadTally readTally;
    private final TallyFeeds feeds;

    TallyResource(ReadTally readTally, TallyFeeds feeds) {
        this.readTally = readTally;
        this.feeds = feeds;
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

    /** The count as it changes. */
    @GET
    @Path("/polls/{poll}/tally/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @RunOnVirtualThread
    @Operation(
            operationId = "followTally",
            summary = "Follow the count",
            description =
                    "Server-sent events: \"tally\" when the count has changed, at most five a second, a comment now"
                            + " and then so that the connection stays, and at the end \"decision\".")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            schema = @Schema(implementation = TallyView.class),
                            examples = @ExampleObject(name = "live", value = Examples.TALLY)))
    public Multi<OutboundSseEvent> follow(Hash poll, @Context Sse sse) {
        // Read before the stream begins: a refusal is then an answer of its own.
        var first = readTally.handle(poll);
        var teller = new TallyTeller(sse);
        return feeds.from(first).onItem().transformToMultiAndConcatenate(teller::events);
    }
}
