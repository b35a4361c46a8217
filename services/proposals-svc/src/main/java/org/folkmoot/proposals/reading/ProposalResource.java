// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.proposals.Examples;
import org.folkmoot.record.Hash;

/** Where anyone reads a proposal. */
@Path("/v1/proposals/{proposal}")
@Tag(name = "proposals")
@RunOnVirtualThread
class ProposalResource {
    private final ShowProposal showProposal;

    ProposalResource(ShowProposal showProposal) {
        this.showProposal = showProposal;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "showProposal",
            summary = "Read a proposal",
            description =
                    "Its state is that of this instant, whether or not anything was written since. Parts that are not"
                            + " known yet are left out. Refused as proposal-unknown (404).")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content =
                    @Content(
                            schema = @Schema(implementation = ProposalView.class),
                            examples = @ExampleObject(name = "proposal", value = Examples.PROPOSAL)))
    public ProposalView show(@PathParam("proposal") Hash proposal) {
        return showProposal.handle(proposal.hex());
    }
}
