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
import org.folkmoot.proposals.OpenAct;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;

/** Where members have failed actions tried again. */
@Path("/v1/proposals/{proposal}/retry")
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
    public RetryAnswer retry(@PathParam("proposal") Hash proposal, byte[] envelope) {
        var opened = openAct.about(proposal, "proposal.retry/1", envelope);
        Fields.exactly(opened.act().body(), Set.of());
        var order = retryEnactment.handle(opened);
        return new RetryAnswer(proposal, order.word(), order.action(), order.attempt(), order.orderedAt());
    }

    /** What a retry comes to: the action that was ordered again. */
    public record RetryAnswer(Hash proposal, String state, int action, int attempt, Instant orderedAt) {}
}
