// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Where anyone sees what is paid to the outside, and whoever pays gets the order. */
@Path("/v1/communities/{community}/payouts")
@RunOnVirtualThread
@Tag(name = "outside")
class PayoutResource {
    private final ShowPayouts showPayouts;
    private final SignOrder signOrder;

    PayoutResource(ShowPayouts showPayouts, SignOrder signOrder) {
        this.showPayouts = showPayouts;
        this.signOrder = signOrder;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listPayouts", summary = "The payments to the outside, the latest first")
    public Page<PayoutView> list(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        return showPayouts.page(community, paging);
    }

    @GET
    @Path("/{payout}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "showPayout", summary = "A payment to the outside, and what became of it")
    public PayoutView show(@PathParam("community") Hash community, @PathParam("payout") Hash payout) {
        return showPayouts.one(community, payout);
    }

    @GET
    @Path("/{payout}/order")
    @Produces({MediaType.APPLICATION_XML, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "showOrder",
            summary = "The order of a payment that is still to be paid",
            description = "A credit transfer pain.001.001.09 for a bank, or a batch for Safe's Transaction Builder. The"
                    + " header x-jws-signature has the service's signature over these bytes: a JSON Web Signature whose"
                    + " payload is left out (RFC 7515, appendix F).")
    public Response order(@PathParam("community") Hash community, @PathParam("payout") Hash payout) {
        var order = showPayouts.order(community, payout);
        return Response.ok(order.bytes(), order.type())
                .header("x-jws-signature", signOrder.sign(order.bytes()))
                .header("content-disposition", "attachment; filename=\"" + order.file() + "\"")
                .build();
    }
}
