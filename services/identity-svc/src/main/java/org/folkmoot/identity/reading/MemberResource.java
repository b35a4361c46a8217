// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Examples;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.KnownMember;
import org.folkmoot.platform.membership.KnownRole;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.platform.sessions.Reader;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/** Where the members of a community are read, by whom its constitution lets read them. */
@Path("/v1/communities/{community}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
@RunOnVirtualThread
class MemberResource {
    private final MembershipStore membership;
    private final RoleStore roles;
    private final ReadEligibility readEligibility;
    private final Reader reader;
    private final Clock clock;

    MemberResource(
            MembershipStore membership, RoleStore roles, ReadEligibility readEligibility, Reader reader, Clock clock) {
        this.reader = reader;
        this.readEligibility = readEligibility;
        this.membership = membership;
        this.roles = roles;
        this.clock = clock;
    }

    @GET
    @Path("/{member}")
    @Operation(operationId = "member", summary = "Somebody who is a member now")
    @APIResponse(
            responseCode = "200",
            description = "The member, the key that is valid now, and when and at which position the member joined",
            content =
                    @Content(
                            schema = @Schema(implementation = MemberView.class),
                            examples = @ExampleObject(name = "member", value = Examples.MEMBER)))
    public MemberView show(@PathParam("community") Hash community, @PathParam("member") Hash member) {
        checkReadable(community);
        return membership
                .member(community, member)
                .map(view(community))
                .orElseThrow(() -> new Refused(new Refusal.MemberUnknown(community, member)));
    }

    @GET
    @Path("/{member}/roles")
    @Operation(operationId = "roles", summary = "The roles that a member holds now, and until when")
    public RolesView roles(@PathParam("community") Hash community, @PathParam("member") Hash member) {
        show(community, member);
        return new RolesView(member, roles.held(community, member, clock.instant()));
    }

    @GET
    @Path("/{member}/eligibility")
    @Operation(
            operationId = "eligibility",
            summary = "What somebody may do now, and why: vote in each body, propose under each policy, vouch")
    public EligibilityView eligibility(@PathParam("community") Hash community, @PathParam("member") Hash member) {
        reader.checkRoll(community);
        return new EligibilityView(member, readEligibility.handle(community, member));
    }

    @GET
    @Operation(operationId = "members", summary = "The members of now, in the order of their hashes")
    public Page<MemberView> list(@PathParam("community") Hash community, @BeanParam @Valid Paging paging) {
        checkReadable(community);
        var rows = membership.members(community, paging.afterHash(), paging.rows());
        return Page.of(rows, paging.limit(), row -> row.member().hex(), view(community));
    }

    private void checkReadable(Hash community) {
        if (membership.position(community) == 0) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        reader.checkRoll(community);
    }

    /** With the key, if the caller may see it. */
    private Function<KnownMember, MemberView> view(Hash community) {
        boolean withKey = reader.seesKeys(community);
        return known -> new MemberView(
                known.member(), Optional.of(known.key()).filter(_ -> withKey), known.since(), known.position());
    }

    /** What somebody may do. */
    @Schema(name = "Eligibility")
    public record EligibilityView(Hash member, List<ReadEligibility.Answer> answers) {}

    /** A member's roles; one that does not end by itself ends with the year 9999. */
    @Schema(name = "Roles")
    public record RolesView(Hash member, List<KnownRole> roles) {}

    /**
     * A member: the first key, where the caller may see it, and when and at which membership position the member joined.
     */
    @Schema(name = "Member")
    public record MemberView(Hash member, Optional<PublicKey> key, Instant since, long position) {}
}
