// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.exporting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Where anyone takes the ballots of a poll, to count them again. */
@Path("/v1")
@RunOnVirtualThread
@Tag(name = "Ballots")
class BallotsResource {
    private static final String JSON_LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final ExportBallots exportBallots;

    BallotsResource(ExportBallots exportBallots) {
        this.exportBallots = exportBallots;
    }

    /** The ballots in the order in which they were accepted. */
    @GET
    @Path("/polls/{poll}/ballots")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listBallots", summary = "List the ballots of a poll in the order of their acceptance")
    public Page<BallotView> page(Hash poll, @BeanParam @Valid Paging paging) {
        return exportBallots.page(poll, paging);
    }

    /** All ballots, a line of JSON each. */
    @GET
    @Path("/polls/{poll}/ballots.jsonl")
    @Produces(JSON_LINES)
    @Operation(operationId = "exportBallotsAsLines", summary = "Take all ballots of a poll, a line of JSON each")
    @APIResponse(
            responseCode = "200",
            description = "A ballot on each line",
            content = @Content(mediaType = JSON_LINES, schema = @Schema(implementation = BallotView.class)))
    public StreamingOutput lines(Hash poll) {
        // Looked up before the stream begins: a refusal is then an answer of its own.
        var no = exportBallots.find(poll);
        return to -> exportBallots.jsonLines(no, to);
    }

    /** All ballots as a table. */
    @GET
    @Path("/polls/{poll}/ballots.csv")
    @Produces(CSV)
    @Operation(operationId = "exportBallotsAsTable", summary = "Take all ballots of a poll as a table")
    @APIResponse(
            responseCode = "200",
            description =
                    "A head, and a row for each ballot (RFC 4180); the choice is canonical JSON, and a reason that a"
                            + " spreadsheet could take for a formula stands behind an apostrophe",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput table(Hash poll) {
        var no = exportBallots.find(poll);
        return to -> exportBallots.csv(no, to);
    }
}
