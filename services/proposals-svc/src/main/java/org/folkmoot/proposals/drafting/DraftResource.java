// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.drafting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.proposals.Examples;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where members write drafts. */
@Path("/v1/communities/{community}/proposals")
@Tag(name = "proposals")
@RunOnVirtualThread
class DraftResource {
    private final ActDesk desk;
    private final DraftProposal draftProposal;

    DraftResource(ActDesk desk, DraftProposal draftProposal) {
        this.desk = desk;
        this.draftProposal = draftProposal;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "draftProposal",
            summary = "Draft a proposal",
            description = "Takes the signed act proposal.draft/1 of a member. Its body has the title, the text,"
                    + " the actions and, where the voting method needs them, the options. Everything is"
                    + " checked against the constitution in force, and checked again at the submission, which"
                    + " is when the rules are pinned. Refused as content-invalid, action-unknown,"
                    + " action-invalid, no-policy, question-invalid (422) or may-not-propose (403).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Examples.Act.class),
                            examples = @ExampleObject(name = "act", value = Examples.DRAFT)))
    @APIResponse(
            responseCode = "201",
            description = "The draft is kept",
            content =
                    @Content(
                            schema = @Schema(implementation = DraftAnswer.class),
                            examples = @ExampleObject(name = "answer", value = Examples.DRAFTED)))
    public RestResponse<DraftAnswer> draft(@PathParam("community") Hash community, byte[] envelope) {
        var opened = desk.open(envelope, Expected.of("proposal.draft/1", community));
        var answer = draftProposal.handle(opened);
        return ResponseBuilder.<DraftAnswer>created(URI.create("/v1/proposals/" + answer.proposal()))
                .entity(answer)
                .build();
    }

    /** What a draft comes to. The proposal's id is the hash of the act that drafted it. */
    public record DraftAnswer(Hash proposal, String state, String policy, Instant draftedAt) {}
}
