// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

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
import org.jspecify.annotations.Nullable;

/** Where anyone sees what was decided and is not done yet. */
@Path("/v1/communities/{community}/waiting")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "treasury")
class WaitingResource {
    private static final String HASH = "[0-9a-f]{64}";
    private static final String MESSAGE = "must be 64 hexadecimal digits";

    private final ShowWaiting showWaiting;

    WaitingResource(ShowWaiting showWaiting) {
        this.showWaiting = showWaiting;
    }

    @GET
    @Operation(
            operationId = "listWaiting",
            summary = "What was decided and is not done yet, what it waits for and since when",
            description =
                    "In the order of arrival. Also of a community whose founding was not heard of yet. What was refused stays in the list.")
    public Page<WaitingView> waiting(
            @PathParam("community") Hash community,
            @Parameter(description = "Only what this proposal decided")
                    @QueryParam("proposal")
                    @Pattern(regexp = HASH, message = MESSAGE)
                    @Nullable
                    String proposal,
            @BeanParam @Valid Paging paging) {
        return showWaiting.handle(community, Optional.ofNullable(proposal).map(Hash::parse), paging);
    }
}
