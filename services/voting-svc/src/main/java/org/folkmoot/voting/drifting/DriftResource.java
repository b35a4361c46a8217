// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drifting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.record.Hash;

/** Where anyone reads which rules of a community have drifted out of reach, or soon will. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rules")
class DriftResource {
    private final DriftStore drifts;

    DriftResource(DriftStore drifts) {
        this.drifts = drifts;
    }

    /** A rule that cannot be met, or soon cannot. */
    @Schema(name = "Drift")
    record DriftView(
            @Schema(examples = "spend") String policy,

            @Schema(description = "The place of the rule in the constitution.", examples = "/policies/0/quorum")
            String path,

            @Schema(
                    examples = "near",
                    description = "near, if a tenth less of a roll could not meet it; or unreachable.")
            String state,

            String reason,
            Instant since) {}

    /** All of them on one page: there are never more than the constitution has rules. */
    @GET
    @Path("/communities/{community}/drifts")
    @Operation(operationId = "listDrifts", summary = "List the rules that today's members cannot meet, or soon cannot")
    public Page<DriftView> drifts(Hash community) {
        return new Page<>(drifts.of(community).stream().map(DriftResource::view).toList(), Optional.empty());
    }

    private static DriftView view(DriftStore.Known known) {
        var drift = known.drift();
        return new DriftView(
                drift.policy(),
                drift.path(),
                drift.state().name().toLowerCase(Locale.ROOT),
                drift.words(),
                known.since());
    }
}
