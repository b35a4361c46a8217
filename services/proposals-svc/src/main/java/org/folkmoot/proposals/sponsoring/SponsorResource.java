// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.sponsoring;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members put their names to proposals. */
@Path("/v1/proposals/{proposal}/sponsors")
@Tag(name = "proposals")
@RunOnVirtualThread
class SponsorResource {
    private final OpenAct openAct;
    private final SponsorProposal sponsorProposal;

    SponsorResource(OpenAct openAct, SponsorProposal sponsorProposal) {
        this.openAct = openAct;
        this.sponsorProposal = sponsorProposal;
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sponsorProposal",
            summary = "Stand behind a proposal",
            description = "Takes the signed act proposal.sponsor/1 of a member of the body that the policy names,"
                    + " with an empty body, while the proposal waits for its sponsors. The last one that is needed"
                    + " puts the proposal to the vote. Refused as sponsor-is-author or may-not-sponsor (403),"
                    + " already-sponsor or wrong-state (409).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Examples.Act.class),
                            examples = @ExampleObject(name = "act", value = Examples.SPONSORSHIP)))
    @APIResponse(
            responseCode = "201",
            description = "The name stands under the proposal",
            content =
                    @Content(
                            schema = @Schema(implementation = SponsorAnswer.class),
                            examples = @ExampleObject(name = "answer", value = Examples.SPONSORED)))
    public SponsorAnswer sponsor(@PathParam("proposal") Hash proposal, byte[] envelope) {
        var opened = openAct.about(proposal, "proposal.sponsor/1", envelope);
        Fields.exactly(opened.act().body(), Set.of());
        var sponsored = sponsorProposal.handle(opened);
        var backing = sponsored.backing();
        return new SponsorAnswer(
                proposal, sponsored.state().word(), backing.needed(), backing.needed() - backing.found());
    }

    /** What a name under a proposal comes to: how many are still missing of those that are needed. */
    public record SponsorAnswer(Hash proposal, String state, int needed, int missing) {}
}
