// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.sessions;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Examples;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.sessions.Scope;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.StrictJson;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where members say which login at the operator's provider is theirs, and open sessions with it. */
@Path("/v1/communities/{community}/logins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
@RunOnVirtualThread
class LoginResource {
    private static final String TOKEN = "idToken";

    private final ActDesk desk;
    private final LogIn logIn;

    LoginResource(ActDesk desk, LogIn logIn) {
        this.desk = desk;
        this.logIn = logIn;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "linkLogin",
            summary = "Say which login is one's own",
            description =
                    "Takes canonical JSON: the envelope of the act login.link/1 of a member, about the community, whose body"
                            + " has as login the SHA-256 of the ID token; and the ID token, whose nonce is a fresh challenge.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LinkRequest.class)))
    public LoginView link(@PathParam("community") Hash community, byte[] request) {
        var fields = Fields.of(StrictJson.parse(request), Set.of("act", TOKEN), Set.of());
        var envelope = fields.object("act").canonical();
        var opened = desk.open(envelope, new Expected(LogIn.LINK, community, community));
        return new LoginView(
                opened.act().actor(), logIn.link(opened, fields.text(TOKEN)).at());
    }

    @POST
    @Path("/ends")
    @ResponseStatus(201)
    @Operation(
            operationId = "unlinkLogins",
            summary = "End one's logins",
            description = "Takes the signed act login.unlink/1 of a member, about the community, with an empty body.")
    @RequestBody(ref = ApiDescription.ACT)
    public LoginView unlink(@PathParam("community") Hash community, byte[] envelope) {
        var opened = desk.open(envelope, new Expected(LogIn.UNLINK, community, community));
        return new LoginView(opened.act().actor(), logIn.unlink(opened).at());
    }

    @POST
    @Path("/sessions")
    @ResponseStatus(201)
    @Operation(
            operationId = "logIn",
            summary = "Open a session with a login",
            description =
                    "Takes canonical JSON with an ID token of the operator's provider, whose nonce is a fresh challenge. The"
                            + " session reads the roll; it signs nothing and reads no personal data.")
    @RequestBody(content = @Content(schema = @Schema(implementation = LoginRequest.class)))
    public SessionResource.SessionView open(@PathParam("community") Hash community, byte[] request) {
        var fields = Fields.of(StrictJson.parse(request), Set.of(TOKEN), Set.of());
        var opened = logIn.open(community, fields.text(TOKEN));
        var session = opened.session();
        return new SessionResource.SessionView(
                opened.token(),
                session.member(),
                session.scopes().stream().map(Scope::word).sorted().toList(),
                session.until());
    }

    /** The form of a link; its bytes are read by the kernel, so this only describes them. */
    @Schema(name = "LinkLoginRequest")
    public record LinkRequest(Examples.Act act, String idToken) {}

    /** The form of a login. */
    @Schema(name = "LoginRequest")
    public record LoginRequest(String idToken) {}

    /** Whose logins changed, and when. */
    @Schema(name = "LoginChanged")
    public record LoginView(Hash member, Instant at) {}
}
