// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.passkeys;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** Where a browser learns which key the passkey is that it just made. */
@Path("/v1/communities/{community}/passkeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
@RunOnVirtualThread
class PasskeyResource {
    private static final String BASE64URL = "[A-Za-z0-9_-]+";
    private static final int LONGEST = 16 * 1024;

    private final ReadRegistration readRegistration;
    private final Constitutions constitutions;

    PasskeyResource(ReadRegistration readRegistration, Constitutions constitutions) {
        this.readRegistration = readRegistration;
        this.constitutions = constitutions;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readPasskey",
            summary = "The key of a passkey",
            description =
                    "Takes what navigator.credentials.create() answered, and the challenge that was given to it, each as"
                            + " base64url without padding. It is checked as the constitution's section passkeys asks, with"
                            + " ES256. Nothing is kept: the key becomes a member's with member.join/1 or key.add/1.")
    public PasskeyView read(@PathParam("community") Hash community, @Valid @NotNull PasskeyRequest request) {
        var rules = constitutions
                .inForce(community)
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)))
                .passkeys();
        return new PasskeyView(readRegistration.handle(
                bytes(request.attestationObject(), "attestationObject"),
                bytes(request.clientDataJSON(), "clientDataJSON"),
                bytes(request.challenge(), "challenge"),
                rules));
    }

    private static byte[] bytes(String base64, String field) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new ActRefused(new ActRefusal.PasskeyRefused(field));
        }
    }

    /** What the browser answered. */
    @Schema(name = "PasskeyRequest")
    public record PasskeyRequest(
            @NotNull @Size(max = LONGEST) @Pattern(regexp = BASE64URL)
            String attestationObject,

            @NotNull @Size(max = LONGEST) @Pattern(regexp = BASE64URL)
            String clientDataJSON,

            @NotNull @Size(max = LONGEST) @Pattern(regexp = BASE64URL)
            String challenge) {}

    /** The passkey's public key. */
    @Schema(name = "Passkey")
    public record PasskeyView(PublicKey key) {}
}
