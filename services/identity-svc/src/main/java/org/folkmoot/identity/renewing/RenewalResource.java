// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.renewing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members renew their membership, where it ends by itself. */
@Path("/v1/communities/{community}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@RunOnVirtualThread
class RenewalResource {
    private final ActDesk desk;
    private final RenewMembership renewMembership;
    private final EndStore ends;
    private final MembershipStore membership;
    private final Reader reader;

    RenewalResource(
            ActDesk desk, RenewMembership renewMembership, EndStore ends, MembershipStore membership, Reader reader) {
        this.desk = desk;
        this.renewMembership = renewMembership;
        this.ends = ends;
        this.membership = membership;
        this.reader = reader;
    }

    @POST
    @Path("/renewals")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "renew",
            summary = "Renew one's membership for another term",
            description =
                    "Takes the signed act member.renew/1 of a member, with an empty body, shortly before the end.")
    @RequestBody(ref = ApiDescription.ACT)
    public EndView renew(@PathParam("community") Hash community, byte[] envelope) {
        var opened = desk.open(envelope, Expected.of(RenewMembership.ACT, community));
        return new EndView(opened.act().actor(), Optional.of(renewMembership.handle(opened)));
    }

    @GET
    @Path("/members/{member}/end")
    @Operation(operationId = "end", summary = "When a membership ends unless it is renewed, if it ends by itself")
    public EndView show(@PathParam("community") Hash community, @PathParam("member") Hash member) {
        reader.checkRoll(community);
        if (membership.member(community, member).isEmpty())
            throw new Refused(new Refusal.MemberUnknown(community, member));
        return new EndView(member, ends.end(community, member));
    }

    /** When a membership ends by itself. */
    @Schema(name = "MembershipEnd")
    public record EndView(Hash member, Optional<Instant> endsAt) {}
}
