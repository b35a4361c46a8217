// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;

/** Where anyone gets an act that this service accepted, to check it without us. */
@Path("/v1/acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "acts")
@RunOnVirtualThread
public class ActResource {
    private final ActStore acts;

    ActResource(ActStore acts) {
        this.acts = acts;
    }

    @GET
    @Path("/{act}")
    @Operation(operationId = "act", summary = "An act as it came, and when it was accepted")
    public KeptAct show(@PathParam("act") Hash act) {
        return acts.kept(act).orElseThrow(() -> new ActRefused(new ActRefusal.ActUnknown(act)));
    }
}
