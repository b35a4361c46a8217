// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Where anyone finds the polls of a community. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Polls")
class CommunityPollsResource {
    private final ReadPolls readPolls;

    CommunityPollsResource(ReadPolls readPolls) {
        this.readPolls = readPolls;
    }

    /** The polls of a community, the newest first. */
    @GET
    @Path("/communities/{community}/polls")
    @Operation(operationId = "listPolls", summary = "List the polls of a community, the newest first")
    public Page<PollView> polls(Hash community, @BeanParam @Valid Paging paging) {
        return readPolls.of(community, paging);
    }
}
