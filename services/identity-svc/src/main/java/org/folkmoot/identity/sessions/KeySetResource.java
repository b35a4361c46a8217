// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;

/** Where anyone reads the keys by which the tokens of sessions are checked. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
@RunOnVirtualThread
class KeySetResource {
    private final SessionKeys keys;

    KeySetResource(SessionKeys keys) {
        this.keys = keys;
    }

    @GET
    @Operation(
            operationId = "sessionKeys",
            summary = "The keys of tokens, as a JSON Web Key Set (RFC 7517)",
            description = "The key that signs now comes first. An older one is listed until its last token has ended.")
    public KeySet show() {
        return new KeySet(keys.published().stream().map(KeySetResource::view).toList());
    }

    private static Map<String, Object> view(OctetKeyPairJsonWebKey key) {
        return key.toParams(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The keys, each as RFC 8037 writes it. */
    public record KeySet(List<Map<String, Object>> keys) {}
}
