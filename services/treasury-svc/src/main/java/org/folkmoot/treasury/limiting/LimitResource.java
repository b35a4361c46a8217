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

/** Where anyone sees what is left of a limit. */
@Path("/v1/communities/{community}/limits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "treasury")
class LimitResource {
    private final ShowLimits showLimits;

    LimitResource(ShowLimits showLimits) {
        this.showLimits = showLimits;
    }

    @GET
    @Operation(operationId = "listLimits", summary = "The spending limits, with what is spent and left of each")
    public Page<LimitView> limits(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return showLimits.handle(community, paging);
    }
}
