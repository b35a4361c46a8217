// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.unsealing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where trustees open sealed ballots, and anyone takes what they gave, to open them again. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Sealed ballots")
class SealingResource {
    private static final int CREATED = 201;

    private final TakeShares takeShares;
    private final ReadSealing readSealing;

    SealingResource(TakeShares takeShares, ReadSealing readSealing) {
        this.takeShares = takeShares;
        this.readSealing = readSealing;
    }

    /** What a trustee brings: a point for every ballot that counts, and one proof. */
    @Schema(name = "SharesRequest")
    record SharesRequest(
            @Schema(description = "Its place among the trustees, counted from 1") @NotNull
            Integer trustee,

            @Schema(
                    description =
                            "A point of 33 bytes for every ballot that counts, in the order of their numbers, in base64")
            @NotNull
            String points,

            @Schema(description = "One proof for all of them, in base64") @NotNull
            String proof) {}

    /** The key, the room and the trustees' shares. */
    @GET
    @Path("/polls/{poll}/sealing")
    @Operation(
            operationId = "readSealing",
            summary = "Read how the ballots of a poll are sealed, and what trustees gave")
    public SealingView sealing(Hash poll) {
        return readSealing.handle(poll);
    }

    /** Takes the shares of a trustee for all ballots of a closed poll. */
    @POST
    @Path("/polls/{poll}/shares")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(CREATED)
    @Operation(
            operationId = "giveShares",
            summary = "Give a trustee's shares for all ballots of a closed poll",
            description =
                    "The shares need no signature: their proof says that the trustee made them for these ballots.")
    public SealingView give(Hash poll, @Valid @NotNull SharesRequest request) {
        takeShares.handle(poll, request.trustee(), bytes(request.points()), bytes(request.proof()));
        return readSealing.handle(poll);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.ShareInvalid("The shares are not written in base64."));
        }
    }
}
