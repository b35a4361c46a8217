// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.jspecify.annotations.Nullable;

/** Where anyone reads the rules of a community, as the very bytes whose hash names them. */
@Path("/v1/communities/{community}/constitution")
@Tag(name = "communities")
@RunOnVirtualThread
class ConstitutionResource {
    private final MembershipStore membership;

    ConstitutionResource(MembershipStore membership) {
        this.membership = membership;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "constitution",
            summary = "The constitution in force, or an earlier one",
            description = "The bytes are canonical: their SHA-256 is the constitution's hash, which is also the ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The constitution",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples =
                                    @ExampleObject(
                                            name = "constitution",
                                            value = "{\"admission\":{\"model\":\"registrar\",\"of\":\"founders\"},"
                                                    + "\"folkmoot\":1,\"name\":\"Harbour Rowing Club\"}")))
    @APIResponse(responseCode = "304", description = "The caller has these bytes already")
    public Response read(
            @PathParam("community") Hash community,
            @Parameter(description = "The hash of an earlier constitution; without it, the one in force")
                    @QueryParam("hash")
                    @Nullable
                    Hash hash,
            @Context Request request) {
        var known = membership
                .community(community)
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)));
        var wanted = hash == null ? known.constitution() : hash;
        var document = document(known, wanted);
        var tag = new EntityTag(wanted.hex());
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(document.getBytes(UTF_8), MediaType.APPLICATION_JSON_TYPE))
                .tag(tag)
                .build();
    }

    private String document(KnownCommunity community, Hash constitution) {
        return membership
                .constitution(community.community(), constitution)
                .orElseThrow(() -> new Refused(new Refusal.ConstitutionUnknown(community.community(), constitution)));
    }
}
