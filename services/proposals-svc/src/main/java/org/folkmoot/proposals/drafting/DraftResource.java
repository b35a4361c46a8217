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
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where members write drafts. */
@Path("/v1/communities/{community}/proposals")
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
