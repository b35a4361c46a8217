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
import org.folkmoot.proposals.OpenAct;
import org.folkmoot.proposals.domain.Words;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/** Where authors take their proposals back. */
@Path("/v1/proposals/{proposal}/cancellation")
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
