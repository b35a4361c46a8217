// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.folkmoot.record.Hash;

/** Where anyone reads a proposal. */
@Path("/v1/proposals/{proposal}")
@RunOnVirtualThread
class ProposalResource {
    private final ShowProposal showProposal;

    ProposalResource(ShowProposal showProposal) {
        this.showProposal = showProposal;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ProposalView show(@PathParam("proposal") Hash proposal) {
        return showProposal.handle(proposal.hex());
    }
}
