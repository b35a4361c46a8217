// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;

/** Where a page that shows the ledger gets all of it at once. */
@Path("/v1/communities/{community}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "treasury")
class LedgerPageResource {
    private final ShowLedgerPage showLedgerPage;

    LedgerPageResource(ShowLedgerPage showLedgerPage) {
        this.showLedgerPage = showLedgerPage;
    }

    @GET
    @Operation(
            operationId = "showLedger",
            summary = "The ledger as a page shows it",
            description =
                    "Assets and who has them, the newest transfers and blocks, budgets, and what is promised. It has a"
                            + " new ETag when any of it has changed. Where only members read the roll, others do not see which"
                            + " member an account is of.")
    @APIResponse(
            responseCode = "200",
            description = "The ledger",
            content = @Content(schema = @Schema(implementation = LedgerPageView.class)))
    @APIResponse(responseCode = "304", description = "The caller has it already")
    public Response show(@PathParam("community") Hash community, @Context Request request) {
        var tag = new EntityTag(showLedgerPage.version(community).hex());
        var unchanged = request.evaluatePreconditions(tag);
        var cache = new CacheControl();
        cache.setNoCache(true); // kept, and asked about every time
        return (unchanged != null ? unchanged : Response.ok(showLedgerPage.handle(community)))
                .tag(tag)
                .cacheControl(cache)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
