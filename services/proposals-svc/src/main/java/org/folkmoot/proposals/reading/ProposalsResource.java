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
import java.util.Optional;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Where anyone lists a community's proposals. */
@Path("/v1/communities/{community}/proposals")
@RunOnVirtualThread
class ProposalsResource {
    private final ListProposals listProposals;

    ProposalsResource(ListProposals listProposals) {
        this.listProposals = listProposals;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Page<SummaryView> list(
            @PathParam("community") Hash community,
            @QueryParam("state") Optional<String> state,
            @BeanParam @Valid Paging paging) {
        return listProposals.handle(community, state, paging);
    }
}
