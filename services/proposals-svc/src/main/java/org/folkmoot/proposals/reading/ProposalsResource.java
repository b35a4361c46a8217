// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.proposals.Examples;
import org.folkmoot.record.Hash;

/** Where anyone lists a community's proposals. */
@Path("/v1/communities/{community}/proposals")
@Tag(name = "proposals")
@RunOnVirtualThread
class ProposalsResource {
    private final ListProposals listProposals;

    ProposalsResource(ListProposals listProposals) {
        this.listProposals = listProposals;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listProposals",
            summary = "List a community's proposals",
            description =
                    "The newest come first. Refused as community-unknown (404), state-unknown or cursor-malformed (400).")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(
                            schema = @Schema(implementation = ProposalPage.class),
                            examples = @ExampleObject(name = "page", value = Examples.PAGE)))
    public Page<SummaryView> list(
            @PathParam("community") Hash community,
            @Parameter(description = "Only those in this state now", schema = @Schema(implementation = StateWord.class))
                    @QueryParam("state")
                    Optional<String> state,
            @BeanParam @Valid Paging paging) {
        return listProposals.handle(community, state, paging);
    }

    /** A page as it is described; what is answered is a {@link Page}. */
    @Schema(name = "ProposalPage")
    public record ProposalPage(
            List<SummaryView> items,

            @Schema(description = "Where the next page begins, if there is one: pass it as after")
            Optional<String> next) {}
}
