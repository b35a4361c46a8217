// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;

/** Where a voter whose answer was lost gets the receipt again. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Ballots")
class ReceiptResource {
    private final ReadReceipt readReceipt;

    ReceiptResource(ReadReceipt readReceipt) {
        this.readReceipt = readReceipt;
    }

    /** The receipt of an accepted ballot: the same bytes every time. */
    @GET
    @Path("/polls/{poll}/ballots/{act}")
    @Operation(operationId = "readReceipt", summary = "Read the receipt of a ballot again")
    @APIResponse(
            responseCode = "200",
            description = "The receipt: the same bytes every time",
            content = @Content(examples = @ExampleObject(name = "receipt", value = Examples.RECEIPT)))
    public byte[] receipt(Hash poll, Hash act) {
        return readReceipt.handle(poll, act).json();
    }
}
