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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.identity.Examples;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Where anyone reads which communities there are. */
@Path("/v1/communities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "communities")
@RunOnVirtualThread
class CommunityResource {
    private final MembershipStore membership;

    CommunityResource(MembershipStore membership) {
        this.membership = membership;
    }

    @GET
    @Path("/{community}")
    @Operation(operationId = "community", summary = "A community as it is now")
    @APIResponse(
            responseCode = "200",
            description = "The community, the hash of its constitution and its membership position",
            content =
                    @Content(
                            schema = @Schema(implementation = CommunityView.class),
                            examples = @ExampleObject(name = "community", value = Examples.COMMUNITY)))
    public CommunityView show(@PathParam("community") Hash community) {
        return membership
                .community(community)
                .map(CommunityView::of)
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)));
    }

    @GET
    @Operation(operationId = "communities", summary = "All communities, in the order of their hashes")
    public Page<CommunityView> list(@BeanParam @Valid Paging paging) {
        var rows = membership.communities(paging.afterHash(), paging.rows());
        return Page.of(rows, paging.limit(), row -> row.community().hex(), CommunityView::of);
    }

    /** A community, the hash of the constitution in force, and the membership position that it reached. */
    @Schema(name = "Community")
    public record CommunityView(Hash community, String name, Hash constitution, long position, Instant foundedAt) {
        static CommunityView of(KnownCommunity known) {
            return new CommunityView(
                    known.community(), known.name(), known.constitution(), known.position(), known.foundedAt());
        }
    }
}
