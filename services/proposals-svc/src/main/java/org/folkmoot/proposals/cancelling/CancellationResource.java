// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.cancelling;

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
import org.folkmoot.proposals.domain.Words;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/** Where authors take their proposals back. */
@Path("/v1/proposals/{proposal}/cancellation")
@Tag(name = "proposals")
@RunOnVirtualThread
class CancellationResource {
    private final OpenAct openAct;
    private final CancelProposal cancelProposal;

    CancellationResource(OpenAct openAct, CancelProposal cancelProposal) {
        this.openAct = openAct;
        this.cancelProposal = cancelProposal;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cancelProposal",
            summary = "Take a proposal back",
            description = "Takes the signed act proposal.cancel/1 of the author, before the voting period opens;"
                    + " a draft is deleted the same way. Refused as not-the-author (403), wrong-state or"
                    + " voting-begun (409).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Examples.Act.class),
                            examples = @ExampleObject(name = "act", value = Examples.CANCELLATION)))
    @APIResponse(
            responseCode = "200",
            description = "The proposal is cancelled",
            content =
                    @Content(
                            schema = @Schema(implementation = CancellationAnswer.class),
                            examples = @ExampleObject(name = "answer", value = Examples.CANCELLED)))
    public CancellationAnswer cancel(@PathParam("proposal") Hash proposal, byte[] envelope) {
        var opened = openAct.about(proposal, "proposal.cancel/1", envelope);
        var cancelled = cancelProposal.handle(opened, reason(opened));
        return new CancellationAnswer(proposal, cancelled.word(), cancelled.endedAt());
    }

    /** What a cancellation comes to. */
    public record CancellationAnswer(Hash proposal, String state, Instant endedAt) {}

    private static String reason(SignedAct opened) {
        var reason = Fields.exactly(opened.act().body(), Set.of("reason")).text("reason");
        Words.prose("reason", reason, Words.MOST_OF_A_REASON);
        return reason;
    }
}
