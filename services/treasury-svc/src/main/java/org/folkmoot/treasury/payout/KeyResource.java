// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.PublicKey;

/** Where anyone learns whose signature orders must have. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Keys")
class KeyResource {
    /** The keys of this service. */
    @Schema(name = "ServiceKeys")
    record KeysView(List<KeyView> keys) {}

    /** A key, and what it signs. */
    @Schema(name = "ServiceKey")
    record KeyView(
            @Schema(description = "did:key of an Ed25519 key")
            PublicKey key,

            @Schema(description = "payment-order") String use) {}

    private final SignOrder signOrder;

    KeyResource(SignOrder signOrder) {
        this.signOrder = signOrder;
    }

    /** The service's keys. */
    @GET
    @Path("/keys")
    @Operation(operationId = "readKeys", summary = "Read whose signature payment orders have")
    public KeysView keys() {
        return new KeysView(List.of(new KeyView(signOrder.signer(), "payment-order")));
    }
}
