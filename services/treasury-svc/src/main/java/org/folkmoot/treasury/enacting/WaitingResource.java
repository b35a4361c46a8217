// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Where anyone sees what was decided and is not done yet. */
@Path("/v1/communities/{community}/waiting")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "treasury")
class WaitingResource {
    private final ShowWaiting showWaiting;

    WaitingResource(ShowWaiting showWaiting) {
        this.showWaiting = showWaiting;
    }

    @GET
    @Operation(
            operationId = "listWaiting",
            summary = "What was decided and is not done yet, what it waits for and since when",
            description = "In the order of arrival. Also of a community whose founding was not heard of yet.")
    public Page<WaitingView> waiting(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return showWaiting.handle(community, paging);
    }
}
