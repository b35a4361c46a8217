// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;

/** Where anyone gets an act that this service accepted, to check it without us; but of those that only some may read. */
@Path("/v1/acts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "acts")
@RunOnVirtualThread
public class ActResource {
    private final ActStore acts;
    private final List<ActVeil> veils;

    ActResource(ActStore acts, @All List<ActVeil> veils) {
        this.acts = acts;
        this.veils = veils;
    }

    @GET
    @Path("/{act}")
    @Operation(operationId = "act", summary = "An act as it came, and when it was accepted")
    public KeptAct show(@PathParam("act") Hash act) {
        return acts.kept(act)
                .filter(_ -> veils.stream().noneMatch(veil -> veil.hides(act)))
                .orElseThrow(() -> new ActRefused(new ActRefusal.ActUnknown(act)));
    }
}
