// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

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

/** Where anyone sees what may be taken out of accounts that keep a reserve. */
@Path("/v1/communities/{community}/reserves")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "treasury")
class ReserveResource {
    private final ShowReserves showReserves;

    ReserveResource(ShowReserves showReserves) {
        this.showReserves = showReserves;
    }

    @GET
    @Operation(
            operationId = "listReserves",
            summary = "What is left in accounts at least, with what may be taken out of each")
    public Page<ReserveView> reserves(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return showReserves.handle(community, paging);
    }
}
