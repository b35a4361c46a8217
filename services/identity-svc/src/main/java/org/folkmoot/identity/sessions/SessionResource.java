// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members open sessions, to read what is not public. */
@Path("/v1/communities/{community}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
@RunOnVirtualThread
class SessionResource {
    private final ActDesk desk;
    private final OpenSession openSession;
    private final Challenges challenges;
    private final MembershipStore membership;
    private final Clock clock;

    SessionResource(
            ActDesk desk, OpenSession openSession, Challenges challenges, MembershipStore membership, Clock clock) {
        this.desk = desk;
        this.openSession = openSession;
        this.challenges = challenges;
        this.membership = membership;
        this.clock = clock;
    }

    @POST
    @Path("/challenges")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @Operation(
            operationId = "challenge",
            summary = "Something fresh to sign",
            description = "It opens one session, within five minutes. The request has no body.")
    public ChallengeView challenge(@PathParam("community") Hash community) {
        if (membership.position(community) == 0) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var made = challenges.make(community, clock.instant());
        return new ChallengeView(made.challenge(), made.until());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "openSession",
            summary = "Open a session",
            description =
                    "Takes the signed act session.open/1 of a member, about the community, whose body has the challenge,"
                            + " the audience (folkmoot for every service, or the name of one) and the scopes (roll: read who is"
                            + " a member; personal: read one's own personal data). The answer's token is sent with later"
                            + " requests as Authorization: Bearer. It is a JSON Web Token that lasts ten minutes, and lets"
                            + " nobody act.")
    @RequestBody(ref = ApiDescription.ACT)
    @APIResponse(responseCode = "201", description = "The token, for whom and for what it is, and until when")
    public SessionView open(@PathParam("community") Hash community, byte[] envelope) {
        var opened = openSession.handle(desk.open(envelope, new Expected(OpenSession.ACT, community, community)));
        var session = opened.session();
        return new SessionView(
                opened.token(),
                session.member(),
                session.scopes().stream().map(Scope::word).sorted().toList(),
                session.until());
    }

    /** What to sign, and until when. */
    @Schema(name = "Challenge")
    public record ChallengeView(String challenge, Instant until) {}

    /** A session. */
    @Schema(name = "Session")
    public record SessionView(String token, Hash member, List<String> scopes, Instant until) {}
}
