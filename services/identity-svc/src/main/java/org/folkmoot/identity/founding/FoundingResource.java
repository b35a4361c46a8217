// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.founding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.folkmoot.constitution.Plugins;
import org.folkmoot.identity.Examples;
import org.folkmoot.identity.Gates;
import org.folkmoot.identity.domain.Genesis;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.Expected;
import org.folkmoot.platform.membership.KnownCommunity;
import org.folkmoot.platform.web.ApiDescription;
import org.folkmoot.record.Hash;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where communities are founded. */
@Path("/v1/communities")
@Tag(name = "communities")
@RunOnVirtualThread
class FoundingResource {
    private static final Expected GENESIS = new Expected(Genesis.ACT, Hash.ZERO, Hash.ZERO);

    private final ActDesk desk;
    private final FoundCommunity foundCommunity;
    private final Plugins plugins;

    FoundingResource(ActDesk desk, FoundCommunity foundCommunity, Plugins plugins) {
        this.desk = desk;
        this.foundCommunity = foundCommunity;
        this.plugins = plugins;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(
            operationId = "found",
            summary = "Found a community",
            description =
                    "Takes the signed act community.found/1 of one of the founders: its community and subject are 64"
                            + " zeros, its body has constitution, founders and name. The hash of the act is the id of the community.")
    @RequestBody(ref = ApiDescription.ACT)
    @APIResponse(
            responseCode = "201",
            description = "The community exists, with its founders as members",
            content =
                    @Content(
                            schema = @Schema(implementation = FoundedAnswer.class),
                            examples = @ExampleObject(name = "community", value = Examples.COMMUNITY)))
    public RestResponse<FoundedAnswer> found(byte[] envelope) {
        var opened = desk.open(envelope, GENESIS);
        Gates.checkActor(opened.act());
        var community = foundCommunity.handle(opened, Genesis.read(opened.act(), plugins));
        return ResponseBuilder.<FoundedAnswer>created(URI.create("/v1/communities/" + community.community()))
                .entity(FoundedAnswer.of(community))
                .build();
    }

    /** The community as it began. */
    public record FoundedAnswer(Hash community, String name, Hash constitution, long position, Instant foundedAt) {
        static FoundedAnswer of(KnownCommunity known) {
            return new FoundedAnswer(
                    known.community(), known.name(), known.constitution(), known.position(), known.foundedAt());
        }
    }
}
