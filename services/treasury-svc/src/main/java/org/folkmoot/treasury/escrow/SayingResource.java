// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members send what they signed about an escrow. */
@Path("/v1/communities/{community}/escrows")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "escrows")
class SayingResource {
    private final ReadSaying readSaying;
    private final TakeOwed takeOwed;
    private final SayAboutEscrow sayAboutEscrow;

    SayingResource(ReadSaying readSaying, TakeOwed takeOwed, SayAboutEscrow sayAboutEscrow) {
        this.readSaying = readSaying;
        this.takeOwed = takeOwed;
        this.sayAboutEscrow = sayAboutEscrow;
    }

    @POST
    @Path("/withdrawals")
    @ResponseStatus(201)
    @Operation(
            operationId = "withdrawFromStream",
            summary = "Take what is due of a stream",
            description = "Takes the recipient's signed act stream.withdraw/1 about the community with the body"
                    + " {\"escrow\": …, \"id\": …, \"amount\": …}; without an amount it is all that is due. The id is the"
                    + " recipient's to choose, and its first outcome is final. Refused as escrow-unknown (404),"
                    + " may-not-sign (403), withdrawal-different or escrow-impossible with its reason (409).")
    public WithdrawalAnswer withdraw(@PathParam("community") Hash community, byte[] envelope) {
        var said = readSaying.withdrawal(community, envelope);
        var taken = takeOwed.handle(said);
        taken.refused().ifPresent(why -> {
            throw new SaidRefused(new SaidRefusal.EscrowImpossible(taken.escrow(), why.reason(), why.detail()));
        });
        return new WithdrawalAnswer(taken.id(), taken.escrow(), taken.at());
    }

    @POST
    @Path("/attestations")
    @ResponseStatus(201)
    @Operation(
            operationId = "attestTranche",
            summary = "Say that what a tranche is for is done",
            description =
                    "Takes the signed act grant.attest/1 of somebody who holds the role that the grant names, about"
                            + " the community with the body {\"escrow\": …, \"number\": …}. The last one that is needed releases"
                            + " the tranche. Refused as escrow-unknown (404), may-not-sign (403) or escrow-impossible (409).")
    public SayingAnswer attest(@PathParam("community") Hash community, byte[] envelope) {
        return SayingAnswer.of(sayAboutEscrow.attest(readSaying.attestation(community, envelope)));
    }

    @POST
    @Path("/claims")
    @ResponseStatus(201)
    @Operation(
            operationId = "claimBounty",
            summary = "Say that what a bounty is for is done",
            description = "Takes a member's signed act bounty.claim/1 about the community with the body {\"escrow\": …,"
                    + " \"work\": …, \"memo\": …}: the hash of the work. Refused as escrow-unknown (404), may-not-sign"
                    + " (403) or escrow-impossible (409).")
    public SayingAnswer claim(@PathParam("community") Hash community, byte[] envelope) {
        return SayingAnswer.of(sayAboutEscrow.claim(readSaying.claim(community, envelope)));
    }

    @POST
    @Path("/awards")
    @ResponseStatus(201)
    @Operation(
            operationId = "awardBounty",
            summary = "Say who should get a bounty",
            description = "Takes the signed act bounty.award/1 of a judge about the community with the body"
                    + " {\"escrow\": …, \"to\": …}: the account of a member who claimed it and is no judge. The last one"
                    + " that is needed pays it. Refused as escrow-unknown (404), may-not-sign (403) or"
                    + " escrow-impossible (409).")
    public SayingAnswer award(@PathParam("community") Hash community, byte[] envelope) {
        return SayingAnswer.of(sayAboutEscrow.award(readSaying.award(community, envelope)));
    }

    /** What became of a withdrawal; the transfer says how much it was. */
    public record WithdrawalAnswer(Hash transfer, Hash escrow, Instant at) {}

    /** That something was heard, and what it released. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record SayingAnswer(
            Hash act,
            Instant at,

            @Schema(description = "Whether it was the last one that was needed")
            boolean released,

            @Schema(description = "What moved by it") Optional<Hash> transfer) {
        static SayingAnswer of(SayAboutEscrow.Heard heard) {
            return new SayingAnswer(
                    heard.act(),
                    heard.at(),
                    heard.released().isPresent(),
                    heard.released().map(StepStore.Taken::id));
        }
    }
}
