// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.Shapes;
import org.jboss.resteasy.reactive.RestResponse;

/** One ballot, one receipt. It only hands bytes over: see {@link CastBallot}. */
@Path("/v1")
@Tag(name = "Ballots")
class BallotResource {
    private final CastBallot castBallot;

    BallotResource(CastBallot castBallot) {
        this.castBallot = castBallot;
    }

    /** Casts a ballot; the answer comes when the ballot is on the disk. */
    @POST
    @Path("/polls/{poll}/ballots")
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "castBallot",
            summary = "Cast a ballot",
            description = "Takes a signed act of type ballot.cast/1 whose subject is the poll and whose body is"
                    + " {\"choice\": …}. The answer comes after the commit. An act that was accepted before is"
                    + " answered with the problem act-duplicate; its receipt can be read again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Envelope.class),
                            examples = @ExampleObject(name = "ballot", value = Shapes.ENVELOPE)))
    @APIResponse(
            responseCode = "201",
            description = "The ballot was accepted; the service signs that it was",
            content =
                    @Content(
                            schema = @Schema(implementation = Shapes.Receipt.class),
                            examples = @ExampleObject(name = "receipt", value = Shapes.RECEIPT)))
    public CompletionStage<RestResponse<byte[]>> cast(Hash poll, byte[] envelope) {
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        var answer = new CompletableFuture<RestResponse<byte[]>>();
        // Back to the event loop, which writes the answer: the writer's thread has more to do.
        castBallot
                .handle(poll, envelope)
                .whenComplete((receipt, refused) -> loop.runOnContext(_ -> {
                    if (receipt == null) answer.completeExceptionally(refused);
                    else answer.complete(RestResponse.status(RestResponse.Status.CREATED, receipt.json()));
                }));
        return answer;
    }
}
