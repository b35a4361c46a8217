// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sample;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.folkmoot.record.Hash;

/** Takes a body on the event loop. */
@Path("/v1/loops")
@NonBlocking
class LoopResource {
    @POST
    @Consumes("application/json")
    public String hash(byte[] body) {
        return Hash.of(body).hex();
    }
}
