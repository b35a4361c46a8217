// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.hibernate.validator.constraints.Length;
import org.jspecify.annotations.Nullable;

/** Where anyone sees what is kept for whom. */
@Path("/v1/communities/{community}/escrows")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "escrows")
class EscrowResource {
    private final ReadEscrows readEscrows;

    EscrowResource(ReadEscrows readEscrows) {
        this.readEscrows = readEscrows;
    }

    @GET
    @Operation(operationId = "listEscrows", summary = "What is or was kept for somebody, the latest first")
    public Page<EscrowView> list(
            @PathParam("community") Hash community,
            @Parameter(example = "stream")
                    @QueryParam("kind")
                    @Pattern(regexp = "stream|grant|bounty", message = "must be stream, grant or bounty")
                    @Nullable
                    String kind,
            @Parameter(description = "An account that it came from or is for", example = "treasury")
                    @QueryParam("party")
                    @Length(max = 512)
                    @Pattern(regexp = "[^\\x00]*", message = "must be an account")
                    @Nullable
                    String party,
            @Parameter(description = "The state as it is written down", example = "open")
                    @QueryParam("state")
                    @Pattern(
                            regexp = "open|paused|cancelled|expired|ended",
                            message = "must be open, paused, cancelled, expired or ended")
                    @Nullable
                    String state,
            @BeanParam @Valid Paging paging) {
        var filter = new EscrowStore.Filter(
                Optional.ofNullable(kind), Optional.ofNullable(party), Optional.ofNullable(state));
        return readEscrows.list(community, filter, paging);
    }

    @GET
    @Path("/{escrow}")
    @Operation(operationId = "showEscrow", summary = "Something that is kept for somebody, and what is due of it now")
    public EscrowView show(@PathParam("community") Hash community, @PathParam("escrow") Hash escrow) {
        return readEscrows.one(community, escrow);
    }

    @GET
    @Path("/{escrow}/steps")
    @Operation(operationId = "listEscrowSteps", summary = "What was done about it, the latest first")
    public Page<EscrowView.StepView> steps(
            @PathParam("community") Hash community, @PathParam("escrow") Hash escrow, @BeanParam @Valid Paging paging) {
        return readEscrows.steps(community, escrow, paging);
    }

    @GET
    @Path("/{escrow}/sayings")
    @Operation(
            operationId = "listEscrowSayings",
            summary = "What members signed about it: claims, attestations and awards, the latest first")
    public Page<EscrowView.SayingView> sayings(
            @PathParam("community") Hash community, @PathParam("escrow") Hash escrow, @BeanParam @Valid Paging paging) {
        return readEscrows.sayings(community, escrow, paging);
    }
}
