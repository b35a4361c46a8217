// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Examples;
import org.folkmoot.identity.Gates;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;
import org.folkmoot.record.StrictJson;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where applicants present what others certified: credentials, and memberships of other communities. */
@Path("/v1/communities/{community}/applicants/{applicant}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "applicants")
@RunOnVirtualThread
class CredentialResource {
    private static final Set<String> PARTS = Set.of("act", "presentation");

    private final ActDesk desk;
    private final PresentCredential presentCredential;
    private final PresentMembership presentMembership;

    CredentialResource(ActDesk desk, PresentCredential presentCredential, PresentMembership presentMembership) {
        this.presentMembership = presentMembership;
        this.desk = desk;
        this.presentCredential = presentCredential;
    }

    @POST
    @Path("/credentials")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "presentCredential",
            summary = "Present a credential with one's application",
            description =
                    "Takes canonical JSON: the envelope of the act credential.present/1 of the applicant, about oneself,"
                            + " whose body has the SHA-256 of the presentation, and the presentation itself: a W3C"
                            + " verifiable presentation (eddsa-jcs-2022; domain and challenge), or an SD-JWT VC with its"
                            + " key binding (EdDSA or ES256; aud and nonce). It is made for urn:folkmoot:community: with"
                            + " the community's id, and for the applicant's id. Up to four are kept, sealed, until the"
                            + " application is decided.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PresentationRequest.class),
                            examples = @ExampleObject(name = "presentation", value = Examples.PRESENTATION)))
    public ApplicationView present(
            @PathParam("community") Hash community, @PathParam("applicant") Hash applicant, byte[] request) {
        var parts = Fields.exactly(StrictJson.parse(request), PARTS);
        var envelope = parts.object("act").canonical();
        var opened = open(envelope, PresentCredential.ACT, community, applicant);
        return ApplicationView.of(presentCredential.handle(opened, parts.text("presentation")));
    }

    @POST
    @Path("/memberships")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "presentMembership",
            summary = "Present the word of another community with one's application",
            description =
                    "Takes the signed act membership.present/1 of the applicant, about oneself, whose body has statements:"
                            + " envelopes of the act member.recognize/1 of the other community, about the applicant's id"
                            + " there, each with the applicant's key, since when it is a member, and when this was said.")
    @RequestBody(ref = ApiDescription.ACT)
    public ApplicationView presentMembership(
            @PathParam("community") Hash community, @PathParam("applicant") Hash applicant, byte[] envelope) {
        return ApplicationView.of(
                presentMembership.handle(open(envelope, PresentMembership.ACT, community, applicant)));
    }

    private SignedAct open(byte[] envelope, String type, Hash community, Hash applicant) {
        var opened = desk.open(envelope, new Expected(type, community, applicant));
        Gates.checkActor(opened.act());
        if (!opened.act().actor().equals(applicant))
            throw new Refused(new Refusal.NotOneself(opened.act().actor(), applicant));
        return opened;
    }

    /** The form of what is presented; its bytes are read by the kernel, so this only describes them. */
    @Schema(name = "PresentationRequest")
    public record PresentationRequest(Examples.Act act, String presentation) {}
}
