// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.retrying;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.proposals.Examples;
import org.folkmoot.proposals.OpenAct;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;

/** Where members have failed actions tried again. */
@Path("/v1/proposals/{proposal}/retry")
@Tag(name = "proposals")
@RunOnVirtualThread
class RetryResource {
    private final OpenAct openAct;
    private final RetryEnactment retryEnactment;

    RetryResource(OpenAct openAct, RetryEnactment retryEnactment) {
        this.openAct = openAct;
        this.retryEnactment = retryEnactment;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "retryEnactment",
            summary = "Try a failed action again",
            description = "Takes the signed act proposal.retry/1 of any member, with an empty body, until the"
                    + " proposal expires. Refused as wrong-state, retries-exhausted or too-few-left (409).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Examples.Act.class),
                            examples = @ExampleObject(name = "act", value = Examples.RETRY)))
    @APIResponse(
            responseCode = "200",
            description = "The action is ordered again",
            content =
                    @Content(
                            schema = @Schema(implementation = RetryAnswer.class),
                            examples = @ExampleObject(name = "answer", value = Examples.RETRIED)))
    public RetryAnswer retry(@PathParam("proposal") Hash proposal, byte[] envelope) {
        var opened = openAct.about(proposal, "proposal.retry/1", envelope);
        Fields.exactly(opened.act().body(), Set.of());
        var order = retryEnactment.handle(opened);
        return new RetryAnswer(proposal, order.word(), order.action(), order.attempt(), order.orderedAt());
    }

    /** What a retry comes to: the action that was ordered again. */
    public record RetryAnswer(Hash proposal, String state, int action, int attempt, Instant orderedAt) {}
}
