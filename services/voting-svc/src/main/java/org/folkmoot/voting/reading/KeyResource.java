// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

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
import org.folkmoot.voting.Receipts;

/** Where anyone learns whose signature receipts must have. */
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

            @Schema(description = "receipt") String use) {}

    private final Receipts receipts;

    KeyResource(Receipts receipts) {
        this.receipts = receipts;
    }

    /** The service's keys. */
    @GET
    @Path("/keys")
    @Operation(operationId = "readKeys", summary = "Read whose signature receipts have")
    public KeysView keys() {
        return new KeysView(List.of(new KeyView(receipts.signer(), "receipt")));
    }
}
