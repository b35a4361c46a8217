// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members name guardians, and where guardians give them new keys. */
@Path("/v1/communities/{community}/members/{member}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "keys")
@RunOnVirtualThread
class RecoveryResource {
    private final ActDesk desk;
    private final NameGuardians nameGuardians;
    private final RecoverKeys recoverKeys;
    private final RecoveryStore recoveries;
    private final Reader reader;

    RecoveryResource(
            ActDesk desk,
            NameGuardians nameGuardians,
            RecoverKeys recoverKeys,
            RecoveryStore recoveries,
            Reader reader) {
        this.reader = reader;
        this.desk = desk;
        this.nameGuardians = nameGuardians;
        this.recoverKeys = recoverKeys;
        this.recoveries = recoveries;
    }

    @POST
    @Path("/guardians")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "nameGuardians",
            summary = "Name guardians",
            description =
                    "Takes the signed act guardians.name/1 of the member, about the member, whose body has the guardians' ids, the threshold and delaySeconds.")
    @RequestBody(ref = ApiDescription.ACT)
    public GuardiansView name(
            @PathParam("community") Hash community, @PathParam("member") Hash member, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(NameGuardians.ACT, community, member));
        if (!opened.act().actor().equals(member))
            throw new Refused(new Refusal.NotOneself(opened.act().actor(), member));
        return new GuardiansView(member, nameGuardians.handle(opened));
    }

    @POST
    @Path("/recoveries")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "startRecovery",
            summary = "Start to recover a member",
            description =
                    "Takes the signed act recovery.start/1 of a guardian, about the member, whose body has the consents of the new keys: envelopes of the act key.accept/1.")
    @RequestBody(ref = ApiDescription.ACT)
    public RecoveryView start(
            @PathParam("community") Hash community, @PathParam("member") Hash member, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(RecoverKeys.START, community, member));
        return RecoveryView.of(recoverKeys.start(opened));
    }

    @POST
    @Path("/recoveries/{recovery}/approvals")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "approveRecovery",
            summary = "Agree to a recovery",
            description =
                    "Takes the signed act recovery.approve/1 of a guardian, about the recovery, with an empty body.")
    @RequestBody(ref = ApiDescription.ACT)
    public RecoveryView approve(
            @PathParam("community") Hash community,
            @PathParam("member") Hash member,
            @PathParam("recovery") Hash recovery,
            byte[] envelope) {
        var opened = desk.open(envelope, new Expected(RecoverKeys.APPROVE, community, recovery));
        return RecoveryView.of(recoverKeys.approve(opened, member));
    }

    @POST
    @Path("/recoveries/{recovery}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "objectToRecovery",
            summary = "Object to a recovery of oneself",
            description =
                    "Takes the signed act recovery.object/1 of the member, about the recovery, with an empty body.")
    @RequestBody(ref = ApiDescription.ACT)
    public RecoveryView object(
            @PathParam("community") Hash community,
            @PathParam("member") Hash member,
            @PathParam("recovery") Hash recovery,
            byte[] envelope) {
        var opened = desk.open(envelope, new Expected(RecoverKeys.OBJECT, community, recovery));
        return RecoveryView.of(recoverKeys.object(opened, member));
    }

    @GET
    @Path("/recoveries/{recovery}")
    @Operation(operationId = "recovery", summary = "How a recovery stands")
    public RecoveryView show(
            @PathParam("community") Hash community,
            @PathParam("member") Hash member,
            @PathParam("recovery") Hash recovery) {
        reader.checkRoll(community);
        return recoveries
                .find(recovery)
                .filter(found ->
                        found.community().equals(community) && found.member().equals(member))
                .map(RecoveryView::of)
                .orElseThrow(() -> new Refused(new Refusal.RecoveryUnknown(member, recovery)));
    }

    /** From when on a member's guardians have their say. */
    @Schema(name = "Guardians")
    public record GuardiansView(Hash member, Instant from) {}
}
