// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.appealing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Expulsions;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where people appeal against their expulsion, and members read why. */
@Path("/v1/communities/{community}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@RunOnVirtualThread
class AppealResource {
    private final ActDesk desk;
    private final AppealExpulsion appealExpulsion;
    private final Expulsions expulsions;
    private final Reader reader;

    AppealResource(ActDesk desk, AppealExpulsion appealExpulsion, Expulsions expulsions, Reader reader) {
        this.desk = desk;
        this.appealExpulsion = appealExpulsion;
        this.expulsions = expulsions;
        this.reader = reader;
    }

    @POST
    @Path("/appeals")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "appeal",
            summary = "Appeal against one's expulsion",
            description =
                    "Takes the signed act member.appeal/1 of somebody who was expelled, about the community, with the"
                            + " grounds in its body. A proposal with the action member.reinstate decides about it.")
    @RequestBody(ref = ApiDescription.ACT)
    public Appeal appeal(@PathParam("community") Hash community, byte[] envelope) {
        return appealExpulsion.handle(desk.open(envelope, Expected.of(AppealExpulsion.ACT, community)));
    }

    @GET
    @Path("/appeals/{member}")
    @Operation(operationId = "getAppeal", summary = "The appeal that waits for a decision")
    public Appeal show(@PathParam("community") Hash community, @PathParam("member") Hash member) {
        reader.checkRoll(community);
        return expulsions
                .last(community, member)
                .flatMap(expulsion -> expulsion
                        .appealedAt()
                        .map(at -> new Appeal(
                                member, expulsion.at(), at, expulsion.grounds().orElseThrow())))
                .orElseThrow(() -> new Refused(new Refusal.NotExpelled(member)));
    }
}
