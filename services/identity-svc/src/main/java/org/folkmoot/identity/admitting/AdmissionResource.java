// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.admitting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Examples;
import org.folkmoot.identity.domain.Newcomer;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where one member is let in. */
@Path("/v1/communities/{community}/members")
@Tag(name = "members")
@RunOnVirtualThread
class AdmissionResource {
    private final ActDesk desk;
    private final AddMember addMember;

    AdmissionResource(ActDesk desk, AddMember addMember) {
        this.desk = desk;
        this.addMember = addMember;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "addMember",
            summary = "Let one member in",
            description = "Takes the signed act member.add/1, whose body has the newcomer's key, by somebody whom the"
                    + " constitution's admission rule trusts with it.")
    @RequestBody(ref = ApiDescription.ACT)
    @APIResponse(
            responseCode = "201",
            description = "The newcomer is a member",
            content =
                    @Content(
                            schema = @Schema(implementation = AdmittedAnswer.class),
                            examples = @ExampleObject(name = "member", value = Examples.MEMBER)))
    public RestResponse<AdmittedAnswer> add(@PathParam("community") Hash community, byte[] envelope) {
        var opened = desk.open(envelope, Expected.of(Newcomer.ACT, community));
        var member = addMember.handle(opened, Newcomer.read(opened.act().body()));
        return ResponseBuilder.<AdmittedAnswer>created(
                        URI.create("/v1/communities/" + community + "/members/" + member.member()))
                .entity(AdmittedAnswer.of(member))
                .build();
    }

    /** The new member, and the membership position that the community reached. */
    public record AdmittedAnswer(Hash member, PublicKey key, Instant since, long position) {
        static AdmittedAnswer of(KnownMember known) {
            return new AdmittedAnswer(known.member(), known.key(), known.since(), known.position());
        }
    }
}
