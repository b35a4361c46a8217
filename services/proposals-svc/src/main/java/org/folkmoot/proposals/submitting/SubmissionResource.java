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
import java.util.Optional;
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
import org.folkmoot.proposals.domain.Polled;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.proposals.domain.Terms;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;

/** Where authors submit their drafts. */
@Path("/v1/proposals/{proposal}/submission")
@Tag(name = "proposals")
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
    @Operation(
            operationId = "submitProposal",
            summary = "Put a draft to the vote",
            description = "Takes the signed act proposal.submit/1 of the author. Its body has after: the"
                    + " membership position that the author saw, behind which the roll never is. Pins the"
                    + " constitution in force and the policy, and the poll unless sponsors are needed before it. Refused as not-the-author or"
                    + " may-not-propose (403), wrong-state (409), a rule as for drafts (422), or"
                    + " membership-behind (503: send it again).")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Examples.Act.class),
                            examples = @ExampleObject(name = "act", value = Examples.SUBMISSION)))
    @APIResponse(
            responseCode = "200",
            description = "The proposal waits for its poll, or for its sponsors first",
            content =
                    @Content(
                            schema = @Schema(implementation = SubmissionAnswer.class),
                            examples = @ExampleObject(name = "answer", value = Examples.SUBMITTED)))
    public SubmissionAnswer submit(@PathParam("proposal") Hash proposal, byte[] envelope) {
        var opened = openAct.about(proposal, "proposal.submit/1", envelope);
        var after = Fields.exactly(opened.act().body(), Set.of("after")).count("after");
        awaitMembership.handle(opened, after);
        return SubmissionAnswer.of(proposal, submitProposal.handle(opened, after));
    }

    /** What a submission comes to. */
    @Schema(requiredProperties = {"proposal", "state"})
    public record SubmissionAnswer(
            Hash proposal,
            String state,

            @Schema(description = "Left out while something is missing before there is a poll")
            Optional<Hash> poll,

            Optional<Instant> opensAt,
            Optional<Instant> closesAt) {

        static SubmissionAnswer of(Hash proposal, State state) {
            var terms = state instanceof Polled polled ? Optional.of(polled.terms()) : Optional.<Terms>empty();
            return new SubmissionAnswer(
                    proposal,
                    state.word(),
                    terms.map(Terms::poll).map(Hash::parse),
                    terms.map(known -> known.window().opensAt()),
                    terms.map(known -> known.window().closesAt()));
        }
    }
}
