// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Examples;
import org.folkmoot.identity.Gates;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where people ask to become members, and where members speak for or against them. */
@Path("/v1/communities/{community}/applicants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "applicants")
@RunOnVirtualThread
class ApplicantResource {
    private final ActDesk desk;
    private final Communities communities;
    private final ApplyForMembership applyForMembership;
    private final SpeakForApplicant speakForApplicant;
    private final ObjectToApplicant objectToApplicant;
    private final ApplicationStore applications;
    private final Reader reader;

    ApplicantResource(
            ActDesk desk,
            Communities communities,
            ApplyForMembership applyForMembership,
            SpeakForApplicant speakForApplicant,
            ObjectToApplicant objectToApplicant,
            ApplicationStore applications,
            Reader reader) {
        this.reader = reader;
        this.desk = desk;
        this.communities = communities;
        this.applyForMembership = applyForMembership;
        this.speakForApplicant = speakForApplicant;
        this.objectToApplicant = objectToApplicant;
        this.applications = applications;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "join",
            summary = "Ask to become a member",
            description =
                    "Takes the signed act member.join/1 with an empty body, signed by the key that the member will"
                            + " begin with. The answer says whether the applicant is a member already, and what is missing if not.")
    @RequestBody(ref = ApiDescription.ACT)
    @APIResponse(
            responseCode = "201",
            description = "The application",
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationView.class),
                            examples = @ExampleObject(name = "application", value = Examples.APPLICATION)))
    public ApplicationView join(@PathParam("community") Hash community, byte[] envelope) {
        var opened = desk.open(envelope, Expected.of(ApplyForMembership.ACT, community));
        Gates.checkActor(opened.act());
        return ApplicationView.of(applyForMembership.handle(opened));
    }

    @POST
    @Path("/{applicant}/vouches")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "vouch",
            summary = "Vouch for somebody",
            description =
                    "Takes the signed act member.vouch/1 of a member, about an applicant or a member, with an empty"
                            + " body.")
    @RequestBody(ref = ApiDescription.ACT)
    public StandingView vouch(
            @PathParam("community") Hash community, @PathParam("applicant") Hash applicant, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(SpeakForApplicant.VOUCH, community, applicant));
        return StandingView.of(speakForApplicant.vouch(opened));
    }

    @POST
    @Path("/{applicant}/attestations")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "attest",
            summary = "Attest something about somebody",
            description = "Takes the signed act member.attest/1, whose body has the claim. The signer need not be a"
                    + " member; whether the claim counts is for the constitution to say.")
    @RequestBody(ref = ApiDescription.ACT)
    public StandingView attest(
            @PathParam("community") Hash community, @PathParam("applicant") Hash applicant, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(SpeakForApplicant.ATTEST, community, applicant));
        Gates.checkActor(opened.act());
        return StandingView.of(speakForApplicant.attest(opened));
    }

    @POST
    @Path("/{applicant}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "object",
            summary = "Object to an applicant",
            description = "Takes the signed act member.challenge/1 of a member, whose body has the reason.")
    @RequestBody(ref = ApiDescription.ACT)
    public ApplicationView object(
            @PathParam("community") Hash community, @PathParam("applicant") Hash applicant, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(ObjectToApplicant.ACT, community, applicant));
        return ApplicationView.of(objectToApplicant.handle(opened));
    }

    @GET
    @Path("/{applicant}")
    @Operation(operationId = "applicant", summary = "How an application stands, and why")
    public ApplicationView show(@PathParam("community") Hash community, @PathParam("applicant") Hash applicant) {
        communities.find(community);
        return applications
                .find(community, applicant)
                .map(view(community))
                .orElseThrow(() -> new Refused(new Refusal.ApplicantUnknown(community, applicant)));
    }

    @GET
    @Operation(operationId = "applicants", summary = "The open applications, in the order of the applicants' ids")
    public Page<ApplicationView> list(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        communities.find(community);
        reader.checkRoll(community);
        var rows = applications.open(community, paging.afterHash(), paging.rows());
        return Page.of(rows, paging.limit(), row -> row.applicant().hex(), view(community));
    }

    private Function<Application, ApplicationView> view(Hash community) {
        return reader.seesKeys(community)
                ? ApplicationView::of
                : application -> ApplicationView.of(application).withoutKey();
    }

    /** How somebody stands after a word for them: open, admitted or refused, and why. */
    @Schema(name = "Standing")
    public record StandingView(Hash person, String state, String words) {
        static StandingView of(SpeakForApplicant.Standing standing) {
            return new StandingView(standing.person(), ApplicationView.word(standing.state()), standing.words());
        }
    }
}
