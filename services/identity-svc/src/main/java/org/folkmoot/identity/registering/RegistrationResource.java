// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.registering;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where many members are let in at once. It computes much, so it has a thread of its own. */
@Path("/v1/communities/{community}/members/bulk")
@Tag(name = "members")
@Blocking
class RegistrationResource {
    private static final String LINES = "application/x-ndjson";
    private static final String EXAMPLE = """
            {"payload":"eyJhY3RvciI6IjNmOWMuLi4iLCJ2IjoxfQ==","proof":{"signature":"b3VyIHNpZ25hdHVyZSBvZiBzaXh0eS1mb3VyIGJ5dGVz","suite":"ed25519"}}
            {"key":"did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"}
            {"key":"did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH"}
            """;

    private final RegisterMembers registerMembers;

    RegistrationResource(RegisterMembers registerMembers) {
        this.registerMembers = registerMembers;
    }

    @POST
    @Consumes(LINES)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "registerMembers",
            summary = "Let many members in, all or none",
            description =
                    "The first line is the signed act member.register/1, whose body has the count of the lines that"
                            + " follow and their SHA-256 as roll. Each following line is exactly {\"key\":\"did:key:…\"} and a"
                            + " newline, which the hash includes. A problem names the line, counted from 1.")
    @RequestBody(content = @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "All of them are members",
            content =
                    @Content(
                            schema = @Schema(implementation = Registered.class),
                            examples = @ExampleObject(name = "registered", value = "{\"added\": 2, \"position\": 2}")))
    public Registered register(@PathParam("community") Hash community, InputStream body) {
        return registerMembers.handle(community, body);
    }
}
