// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

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
import org.folkmoot.proposals.domain.Submitted;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;

/** Where authors submit their drafts. */
@Path("/v1/proposals/{proposal}/submission")
@RunOnVirtualThread
class SubmissionResource {
    private final OpenAct openAct;
    private final AwaitMembership awaitMembership;
    private final SubmitProposal submitProposal;

    SubmissionResource(OpenAct openAct, AwaitMembership awaitMembership, SubmitProposal submitProposal) {
        this.openAct = openAct;
        this.awaitMembership = awaitMembership;
        this.submitProposal = submitProposal;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public SubmissionAnswer submit(@PathParam("proposal") Hash proposal, byte[] envelope) {
        var opened = openAct.about(proposal, "proposal.submit/1", envelope);
        var after = Fields.exactly(opened.act().body(), Set.of("after")).count("after");
        awaitMembership.handle(opened.act().community(), after);
        return SubmissionAnswer.of(proposal, submitProposal.handle(opened, after));
    }

    /** What a submission comes to. */
    public record SubmissionAnswer(Hash proposal, String state, String poll, Instant opensAt, Instant closesAt) {

        static SubmissionAnswer of(Hash proposal, Submitted submitted) {
            var terms = submitted.terms();
            var window = terms.window();
            return new SubmissionAnswer(
                    proposal, submitted.word(), terms.poll(), window.opensAt(), window.closesAt());
        }
    }
}
